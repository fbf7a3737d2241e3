// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import type { Content } from '../content';
import { markAnswered } from './markAnswered';
import { NotTaken } from './saveDraft';

/** Sends a draft; it ends in what was sent (RFC 8621 §7.5). What it answers is marked as answered. */
export async function submit(store: MailStore, email: Id, identity: Id, answers: Content['answers']): Promise<void> {
  const sent = store.mailboxes.withRole('sent')?.id ?? '';
  const batch = new Batch();
  const set = batch.add('EmailSubmission/set', {
    create: { sending: { emailId: email, identityId: identity } },
    onSuccessUpdateEmail: { '#sending': { mailboxIds: { [sent]: true }, 'keywords/$draft': null } },
  });
  const refused = (await store.jmap.send(batch)).of(set).notCreated?.sending;
  if (refused) {
    throw new NotTaken(refused);
  }
  await markAnswered(store, answers);
  void store.sync().catch(() => undefined);
}
