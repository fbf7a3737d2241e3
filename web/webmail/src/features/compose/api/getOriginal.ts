// SPDX-License-Identifier: Apache-2.0
import { Batch, type Email, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

const PROPERTIES = [
  'id',
  'blobId',
  'keywords',
  'from',
  'to',
  'cc',
  'bcc',
  'replyTo',
  'subject',
  'receivedAt',
  'sentAt',
  'size',
  'messageId',
  'inReplyTo',
  'references',
  'textBody',
  'htmlBody',
  'attachments',
  'bodyValues',
  'header:Disposition-Notification-To:asText',
] as const;

const PART = ['partId', 'blobId', 'size', 'name', 'type', 'charset', 'disposition', 'cid'] as const;

/** An email with its text and its HTML, to answer it or to go on writing it; null when it is not there (any more). */
export async function getOriginal(store: MailStore, id: Id): Promise<Email | null> {
  const batch = new Batch();
  const get = batch.add('Email/get', {
    ids: [id],
    properties: PROPERTIES,
    bodyProperties: PART,
    fetchTextBodyValues: true,
    fetchHTMLBodyValues: true,
  });
  const [email] = (await store.jmap.send(batch)).of(get).list;
  return (email as Email | undefined) ?? null;
}
