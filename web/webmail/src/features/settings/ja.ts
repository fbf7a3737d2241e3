// SPDX-License-Identifier: Apache-2.0
export const ja = {
  title: '設定',
  lead: 'この画面はまだ準備中です。',
} as const;
