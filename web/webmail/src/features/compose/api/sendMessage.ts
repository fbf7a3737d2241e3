// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id, type Identity, type SetError } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import type { Draft } from '../draft';

/** The server did not take the message. */
export class NotSent extends Error {
  readonly reason: SetError;

  constructor(reason: SetError) {
    super(reason.type);
    this.name = 'NotSent';
    this.reason = reason;
  }
}

/** Writes the message into the drafts and sends it from there, in one request (RFC 8621 §7.5.1); it ends in what was sent. */
export async function sendMessage(store: MailStore, draft: Draft, identity: Identity): Promise<void> {
  const drafts = store.mailboxes.withRole('drafts')?.id ?? '';
  const sent = store.mailboxes.withRole('sent')?.id ?? drafts;
  const batch = new Batch();
  const set = batch.add('Email/set', {
    create: { message: emailOf(draft, identity, drafts) },
    update: draft.answers ? { [draft.answers.id]: { [`keywords/${draft.answers.keyword}`]: true } } : {},
  });
  const submission = batch.add('EmailSubmission/set', {
    create: { sending: { emailId: '#message', identityId: identity.id } },
    onSuccessUpdateEmail: { '#sending': { mailboxIds: { [sent]: true }, 'keywords/$draft': null } },
  });
  const answers = await store.jmap.send(batch);
  const created = answers.of(set);
  const refused = created.notCreated?.message ?? answers.of(submission).notCreated?.sending;
  if (refused) {
    await discard(store, created.created?.message?.id);
    throw new NotSent(refused);
  }
  await store.sync();
}

/** What was not sent is still in the form; a copy among the drafts would be one too many. */
async function discard(store: MailStore, id: Id | undefined): Promise<void> {
  if (id !== undefined) {
    await store.destroy([id]);
  }
}

function emailOf(draft: Draft, identity: Identity, mailbox: Id): object {
  return {
    mailboxIds: { [mailbox]: true },
    keywords: { $draft: true, $seen: true },
    from: [{ name: identity.name || null, email: identity.email }],
    to: draft.to,
    cc: draft.cc,
    subject: draft.subject,
    inReplyTo: draft.inReplyTo,
    references: draft.references,
    bodyStructure: { type: 'text/plain', partId: 'text' },
    bodyValues: { text: { value: draft.text } },
  };
}
