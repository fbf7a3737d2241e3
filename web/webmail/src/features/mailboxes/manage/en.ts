// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  title: 'Manage folders',
  close: 'Close',
  none: 'You have no folders yet.',
  add: 'Create a folder',
  name: 'Name',
  parent: 'Place',
  top: 'Top level',
  create: 'Create',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Rename or move "{{name}}"',
  remove: 'Delete "{{name}}"',
  created: 'The folder "{{name}}" was created.',
  changed: 'The folder "{{name}}" was changed.',
  removed: 'The folder "{{name}}" was deleted.',
  hasFolders: '"{{name}}" was not deleted because there are folders in it. Delete or move those first.',
  hasEmails: 'Messages in "{{name}}": {{count, number}}. Move them to Trash and delete the folder?',
  clear: 'Move to Trash and delete',
  slash: 'Enter a name without "/".',
  taken: 'This name cannot be used. Check whether there is a folder of that name in the same place.',
  stillMail: 'The folder was not deleted because a message arrived. Try again.',
};
