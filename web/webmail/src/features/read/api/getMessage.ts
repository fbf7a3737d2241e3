// SPDX-License-Identifier: Apache-2.0
import { Batch, type Email, type Id } from '../../../jmap';
import { ROW_PROPERTIES } from '../../../mail/emails';
import type { MailStore } from '../../../mail/store';

const PROPERTIES = [
  ...ROW_PROPERTIES,
  'cc',
  'bcc',
  'sender',
  'replyTo',
  'sentAt',
  'messageId',
  'inReplyTo',
  'references',
  'headers',
  'textBody',
  'htmlBody',
  'attachments',
  'bodyValues',
] as const;

const PART = ['partId', 'blobId', 'size', 'name', 'type', 'charset', 'disposition', 'cid'] as const;

/** An email with its text; null when it is not there (any more). */
export async function getMessage(store: MailStore, id: Id): Promise<Email | null> {
  const batch = new Batch();
  const get = batch.add('Email/get', {
    ids: [id],
    properties: PROPERTIES,
    bodyProperties: PART,
    fetchTextBodyValues: true,
  });
  const thread = batch.add('Thread/get', { '#ids': get.ref('/list/*/threadId') });
  const others = batch.add('Email/get', { '#ids': thread.ref('/list/*/emailIds'), properties: ROW_PROPERTIES });
  const answers = await store.jmap.send(batch);
  const [email] = answers.of(get).list;
  if (!email) {
    return null;
  }
  const rows = answers.ifGood(others)?.list ?? [rowOf(email as Email)];
  store.emails.put(rows, answers.ifGood(thread)?.list ?? []);
  return email as Email;
}

/** Only what lists know, so that the rows of 20,000 emails hold no texts. */
function rowOf(email: Email) {
  return Object.fromEntries(ROW_PROPERTIES.map((property) => [property, email[property]])) as unknown as Email;
}
