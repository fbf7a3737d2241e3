// SPDX-License-Identifier: Apache-2.0
export const ja = {
  webmail: 'WEBメール',
  portal: 'アカウント',
  folders: 'フォルダー',
  settings: '設定',
  doctor: 'メール診断',
  help: 'キーの一覧',
  inbox: '受信箱',
  starred: 'スター',
  back: '一覧へ戻る',
  compose: '新規作成',
  search: 'メールを検索（差出人、件名、本文、添付）',
  searchShort: '検索',
  menu: 'メニュー',
  noMailboxTitle: 'メールボックスがありません',
  noMailbox:
    'このログインIDにはメールボックスがありません。メールを読むには、メールアドレスでログインし直してください。',
  toPortal: 'アカウントの画面へ',
  signOut: 'ログアウト',
  notFound: '表示できませんでした。このフォルダーはないか、削除されました。左の一覧から選び直してください。',
  nothingOpen: 'メールを選ぶと、ここに表示します。',
} as const;
