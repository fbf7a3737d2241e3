// SPDX-License-Identifier: Apache-2.0
export const ja = {
  title: 'ログイン',
  lead: 'メールとドメインの設定をします。',
  again: '時間がたったため、ログインが切れました。もう一度ログインすると、入力した内容のまま続けられます。',
  login: 'メールアドレスまたはログインID',
  loginHint: 'メールアドレスは @ 以降も入力してください。',
  password: 'パスワード',
  code: '認証コード',
  codeHint:
    '認証アプリに出ている6桁のコードを入力してください。スマートフォンがないときは、リカバリーコードを入力します。',
  submit: 'ログイン',
  loginMissing: 'メールアドレスかログインIDを入力してください。',
  passwordMissing: 'パスワードを入力してください。',
} as const;
