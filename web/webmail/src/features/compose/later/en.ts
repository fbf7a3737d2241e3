// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  later: 'Send at a chosen time',
  close: 'Close',
  lead: 'The server sends it at that time. Until then it stays in Drafts, and you can take it back.',
  evening: 'This evening',
  tomorrow: 'Tomorrow morning',
  monday: 'Monday morning',
  at: 'When to send (JST)',
  go: 'Send at this time',
  past: 'Choose a time to come, within {{days}} days.',
  willGo: 'Your message will be sent on {{time}}.',
  callBack: 'Undo',
  tooLate: 'Too late to undo. The message was sent.',
  failed: 'It was not taken back. Check your connection and try again.',
  waiting: 'Messages waiting for their time: {{count, number}}',
  show: 'Show',
  title: 'Messages waiting for their time',
  none: 'No messages are waiting.',
  noSubject: '(no subject)',
  to: 'To: {{list}}',
  goes: 'Goes on {{time}}',
  cancel: 'Keep as a draft instead',
  canceled: 'The message will not be sent. It is in Drafts.',
  open: 'Open the draft',
  refusedOne: '"{{subject}}" was not sent at its time. It is still in Drafts.',
  reply: 'The server said: {{text}}',
  forget: 'OK',
};
