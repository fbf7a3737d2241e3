// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  newMessage: 'New message',
  reply: 'Reply',
  forward: 'Forward',
  draft: 'Draft',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  subject: 'Subject',
  body: 'Text',
  send: 'Send',
  discard: 'Discard the draft',
  close: 'Close',
  recipientsHint: 'Separate several recipients by commas.',
  noRecipient: 'Enter a recipient.',
  badRecipient: '"{{text}}" is not a mail address. Include the part after @.',
  sent: 'Your message was sent.',
  notSent: 'Your message was not sent. {{why}}',
  quoted: 'On {{date}}, {{name}} wrote:',
  forwarded: '---------- Forwarded message ----------',
  original: 'From: {{from}}\nDate: {{date}}\nSubject: {{subject}}\nTo: {{to}}',
  whyUnreachable: 'The server cannot be reached. What you wrote is still here. Check your connection and try again.',
  whyForbidden: 'This address may not send at the moment. Ask your administrator.',
  whyRecipients: 'Some recipients cannot receive mail: {{list}}',
  whyTooLarge: 'The message is too large. Remove attachments.',
  whyQuota: 'Storage is full. Delete messages that you do not need.',
  whyOther: 'The server had a problem. Try again later.',
};
