// SPDX-License-Identifier: Apache-2.0
export const ja = {
  title: 'メール診断',
  lead: '{{address}} でお困りのことを選ぶと、設定とサーバーの記録から原因を調べます。設定が勝手に変わることはありません。',
  kept: 'およそ10秒。調べた内容は90日間残ります。',
  bounce: 'エラーメールを読み解く',
  bounceHint: '届いたエラーメールを貼り付けると、だれに、なぜ届かなかったのかを説明します。',
  trace: '配送履歴を見る',
  traceHint: '送受信したメールがどこから来て、どこへ行ったかを、1通ずつ調べます。',
} as const;
