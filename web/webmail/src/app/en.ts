// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  webmail: 'Webmail',
  portal: 'Account',
  folders: 'Folders',
  settings: 'Settings',
  doctor: 'Mail doctor',
  help: 'Keyboard shortcuts',
  inbox: 'Inbox',
  starred: 'Starred',
  back: 'Back to the list',
  compose: 'New message',
  search: 'Search mail (sender, subject, text, attachments)',
  searchShort: 'Search',
  menu: 'Menu',
  noMailboxTitle: 'No mailbox',
  noMailbox: 'This login has no mailbox. To read mail, sign in again with a mail address.',
  toPortal: 'Go to the account page',
  signOut: 'Sign out',
  notFound: 'This cannot be shown. The folder does not exist or was deleted. Choose another from the list.',
  nothingOpen: 'Choose a message to read it here.',
};
