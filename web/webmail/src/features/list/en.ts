// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  list: 'Messages',
  unread: '{{count, number}} unread',
  total_one: '{{count, number}} message',
  total_other: '{{count, number}} messages',
  refresh: 'Refresh',
  select: 'Select',
  sort: 'Sort',
  all: 'All',
  narrowUnread: 'Unread',
  narrowStarred: 'Starred',
  narrowAttachments: 'With attachments',
  narrow: 'Narrow',
  emptyInbox: 'There is no new mail.',
  empty: 'There are no messages here.',
  emptyNarrow: 'No message matches.',
  emptyDrafts: 'There are no drafts.',
  emptyTrash: 'The Trash is empty.',
  emptyJunk: 'There is no junk mail.',
  rowUnread: 'Unread',
  rowStarred: 'Starred',
  rowAttachment: 'With attachments',
  rowThread: '{{count, number}} messages in the conversation',
  loading: 'Loading',
  star: 'Star',
};
