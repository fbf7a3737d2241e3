// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  close: 'Close',
  keys: 'Keyboard shortcuts',
  keysNote: 'They do not work in text fields, and can be switched off in the settings.',
  keyNextPrevious: 'Next, previous message',
  keyOpenClose: 'Open, back to the list',
  keySelect: 'Select, extend the selection',
  keyUnreadStar: 'Mark as unread, star',
  keyThread: 'Next, previous in the conversation',
  keyAnswer: 'Reply, reply to all, forward',
  keyCompose: 'New message',
  keyArchive: 'Archive',
  keyTrash: 'Move to Trash',
  keyJunk: 'Junk, not junk',
  keyMove: 'Move to a folder',
  keyUndo: 'Undo',
  keySearch: 'Search',
  keyPalette: 'Find a place or an action',
  keyGo: 'Inbox, drafts, Trash',
  keyPane: 'Next pane',
  keySend: 'Send',
  keySave: 'Save the draft',
  keyHelp: 'This list',
};
