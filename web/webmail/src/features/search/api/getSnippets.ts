// SPDX-License-Identifier: Apache-2.0
import { Batch, type EmailFilter, type Id, type Snippet } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Where in these emails what was searched for is (RFC 8621 §5.1). */
export async function getSnippets(
  store: MailStore,
  filter: EmailFilter,
  emailIds: readonly Id[],
): Promise<readonly Snippet[]> {
  const batch = new Batch();
  const snippets = batch.add('SearchSnippet/get', { filter, emailIds });
  return (await store.jmap.send(batch)).of(snippets).list;
}
