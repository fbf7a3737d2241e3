// SPDX-License-Identifier: Apache-2.0
import { Problem, reach } from '@fumibako/kit/api';
import { blobUrl, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** A blob as text, in the charset that is named or UTF-8. */
export async function getSource(store: MailStore, blobId: Id, charset = 'utf-8'): Promise<string> {
  const url = blobUrl(store.jmap.session.accountId, blobId, 'source.txt', 'text/plain');
  const response = await reach(new Request(new URL(url, window.location.origin)));
  if (!response.ok) {
    throw new Problem(response.status, 'unexpected', '');
  }
  return new TextDecoder(known(charset)).decode(await response.arrayBuffer());
}

function known(charset: string): string {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return 'utf-8';
  }
}
