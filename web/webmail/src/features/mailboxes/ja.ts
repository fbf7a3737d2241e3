// SPDX-License-Identifier: Apache-2.0
export const ja = {
  folders: 'フォルダー',
  own: 'フォルダー',
  manage: 'フォルダーを管理',
  usage: '使用量',
  unread: '未読 {{count, number}}通',
  compose: '新規作成',
  close: '閉じる',
  used: '{{used}} / {{limit}}',
} as const;
