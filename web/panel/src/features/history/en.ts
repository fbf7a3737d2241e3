// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  title: 'History of changes',
  lead: 'Who changed what. Recent changes can be undone. Times are in Japan Standard Time.',
  search: 'Find by what was changed',
  at: 'Time',
  who: 'By',
  what: 'What',
  subject: 'Of',
  undo: 'Undo',
  undoOf: 'Undo the change of {{subject}}',
  undone: 'Undone.',
  undoneAt: 'Undone {{time}}',
  until: 'until {{time}}',
  server: 'The server',
  operator: 'Operator {{name}}',
  customer: 'Customer {{name}}',
  account: '{{name}} themselves',
  change: '{{was}} → {{became}}',
  'kind-account-added': 'Account added',
  'kind-account-quota': 'Storage changed',
  'kind-account-name': 'Memo changed',
  'kind-account-password': 'Password changed',
  'kind-account-suspended': 'Suspension changed',
  'kind-account-deleted': 'Account deleted',
  'kind-account-restored': 'Account brought back',
  'kind-other': 'Setting changed',
  empty: 'Changes will be listed here. There are none yet.',
  nothingFound: 'No change matches “{{text}}”. What was changed was searched.',
};
