// SPDX-License-Identifier: Apache-2.0
import { Batch, type Identity } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Whom one can write as. */
export async function getIdentities(store: MailStore): Promise<readonly Identity[]> {
  const batch = new Batch();
  const identities = batch.add('Identity/get', {});
  return (await store.jmap.send(batch)).of(identities).list;
}
