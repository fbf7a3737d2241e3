// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id, MethodError, type Patch } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Changes name and signature of an address; throws what the server refuses. */
export async function saveIdentity(store: MailStore, id: Id, patch: Patch): Promise<void> {
  const batch = new Batch();
  const set = batch.add('Identity/set', { update: { [id]: patch } });
  const refused = (await store.jmap.send(batch)).of(set).notUpdated?.[id];
  if (refused) {
    throw new MethodError(refused.type, refused.description ?? '');
  }
}
