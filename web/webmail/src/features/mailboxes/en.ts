// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  folders: 'Folders',
  own: 'Folders',
  manage: 'Manage folders',
  usage: 'Storage',
  unread: '{{count, number}} unread',
  compose: 'New message',
  close: 'Close',
  used: '{{used}} of {{limit}}',
};
