// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Calls back a letter that waits, which is a draft like others then; false when it has gone (RFC 8621 §7.5). */
export async function callBackLetter(store: MailStore, letter: { id: Id; emailId: Id }): Promise<boolean> {
  const batch = new Batch();
  const set = batch.add('EmailSubmission/set', { update: { [letter.id]: { undoStatus: 'canceled' } } });
  if ((await store.jmap.send(batch)).of(set).notUpdated?.[letter.id]) {
    return false;
  }
  const after = new Batch();
  after.add('Email/set', { update: { [letter.emailId]: { 'keywords/$scheduled': null } } });
  after.add('EmailSubmission/set', { destroy: [letter.id] });
  await store.jmap.send(after);
  await store.sync();
  return true;
}
