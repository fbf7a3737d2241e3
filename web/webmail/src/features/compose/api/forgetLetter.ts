// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Forgets that a letter was refused; its draft stays. */
export async function forgetLetter(store: MailStore, id: Id): Promise<void> {
  const batch = new Batch();
  batch.add('EmailSubmission/set', { destroy: [id] });
  await store.jmap.send(batch);
}
