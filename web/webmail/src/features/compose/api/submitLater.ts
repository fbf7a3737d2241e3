// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import { type Content, recipients } from '../content';
import { markAnswered } from './markAnswered';
import { NotTaken } from './saveDraft';

/**
 * Has a draft sent at a time (RFC 8621 §7.5, RFC 4865). Until then it stays among the drafts with a keyword by which the server files
 * it as sent when it has gone. Answers the id of the submission.
 */
export async function submitLater(
  store: MailStore,
  { email, from, content, at }: { email: Id; from: string; content: Content; at: Date },
): Promise<Id> {
  const all = new Map(recipients(content).map((to) => [to.email.toLowerCase(), { email: to.email }]));
  const batch = new Batch();
  const set = batch.add('EmailSubmission/set', {
    create: {
      sending: {
        emailId: email,
        identityId: content.identity,
        envelope: {
          mailFrom: { email: from, parameters: { HOLDUNTIL: at.toISOString() } },
          rcptTo: [...all.values()],
        },
      },
    },
    onSuccessUpdateEmail: { '#sending': { 'keywords/$scheduled': true } },
  });
  const done = (await store.jmap.send(batch)).of(set);
  const created = done.created?.sending;
  if (!created) {
    throw new NotTaken(done.notCreated?.sending ?? { type: 'serverFail' });
  }
  await markAnswered(store, content.answers);
  void store.sync().catch(() => undefined);
  return created.id;
}
