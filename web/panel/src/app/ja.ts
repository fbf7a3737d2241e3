// SPDX-License-Identifier: Apache-2.0
export const ja = {
  portal: 'アカウント',
  panel: 'サーバーパネル',
  operator: '運営',
  webmail: 'WEBメール',
  home: 'ホーム',
  domainList: 'ドメイン一覧',
  chooseDomain: 'ドメインを選ぶ',
  mail: 'メール',
  domain: 'ドメイン',
  server: 'サーバー',
  accounts: 'メールアカウント設定',
  accountsShort: 'アカウント',
  history: '操作履歴',
  spf: 'SPF設定',
  spfShort: '送信の設定',
  dkim: 'DKIM設定',
  dmarc: 'DMARC設定',
  notFoundTitle: 'ページが見つかりません',
  notFound:
    '表示できませんでした。このアドレスのページはないか、見る権限がありません。メニューから選び直してください。',
} as const;
