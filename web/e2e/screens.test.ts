// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const panel = `/panel/${demo.domain}`;
const drawer = (address: string) => `${panel}/accounts?open=${encodeURIComponent(address)}`;

/** Every screen of a customer: its name for the picture, its address, and words of it in both languages. */
const SCREENS: readonly [name: string, path: string, ja: string, en: string][] = [
  ['portal-home', '/', 'ご契約済のドメイン一覧', 'Your domains'],
  ['portal-history', '/portal/history', '操作履歴', 'History of changes'],
  ['panel-accounts', `${panel}/accounts`, 'メールアカウント設定', 'Mail accounts'],
  ['panel-account', drawer(`taro@${demo.domain}`), '変更を保存', 'Save changes'],
  ['panel-new-account', drawer('new'), '追加する', 'At least 10 characters'],
  ['panel-csv', drawer('csv'), 'CSV をダウンロード', 'Download the CSV'],
  [
    'panel-account-page',
    `${panel}/accounts/${encodeURIComponent(`taro@${demo.domain}`)}`,
    'ログイン履歴',
    'Sign-in history',
  ],
  [
    'panel-account-rules',
    `${panel}/accounts/${encodeURIComponent(`taro@${demo.domain}`)}/rules`,
    'どのルールに当たる？',
    'Which rule applies?',
  ],
  ['panel-rules', `${panel}/rules`, 'ルールの追加', 'Add a rule'],
  ['panel-filter', `${panel}/filter`, 'ホワイトリスト', 'Wanted senders'],
  ['portal-security', '/portal/security', 'ログイン中のブラウザー', 'Signed in now'],
  ['panel-spf', `${panel}/spf`, 'SPFを設定する', 'Set SPF'],
  ['panel-dkim', `${panel}/dkim`, '公開している鍵', 'Published keys'],
  ['panel-dmarc', `${panel}/dmarc`, '公開しているレコード', 'Published record'],
  ['panel-dns', `${panel}/dns`, 'レコードの追加', 'Add a record'],
  ['panel-new-record', `${panel}/dns?open=new`, '追加する', 'Leave it empty for an hour'],
  ['panel-name-servers', `${panel}/name-servers`, '設定するネームサーバー', 'Name servers to set'],
  ['panel-abroad', `${panel}/abroad`, '出張モードを予約する', 'Book the travel pass'],
  ['panel-queue', `${panel}/queue`, '通が送信を待っています', 'waiting to be sent'],
  ['panel-trace', `${panel}/trace`, '配送履歴', 'Delivery history'],
  ['panel-server', `${panel}/server`, 'サーバー名（ホスト名）', 'Server name (host name)'],
  ['panel-setup', `${panel}/setup`, 'なぜ25番ではなく587番なのか', 'Why port 587 and not 25'],
  ['panel-external-dns', `${panel}/external-dns`, '登録済み', 'There'],
  ['panel-import-zone', `${panel}/dns?open=import`, 'ゾーンファイルの内容', 'Zone file'],
  ['panel-history', `${panel}/history`, '操作履歴', 'History of changes'],
  ['not-found', '/portal/nowhere', 'ページが見つかりません', 'Page not found'],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(FORMS)('in $language at $width, $scheme', (form) => {
  // One for all screens, as somebody walks through them: the programs need not be compiled anew for each.
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, form);
  });
  afterAll(() => visitor.leave());

  it('signing in', async () => {
    await visitor.open('/');
    expect(await visitor.page.locator('h1').textContent()).toBe(form.language === 'ja' ? 'ログイン' : 'Sign in');
    await visitor.shoot('sign-in');
    await visitor.expectGoodScreen();
    await visitor.signIn(demo.customer);
  });

  it.each(SCREENS)('%s', async (name, path, ja, en) => {
    await visitor.open(path);
    await visitor.page
      .getByText(form.language === 'ja' ? ja : en)
      .first()
      .waitFor({ state: 'attached' });
    await visitor.shoot(name);
    await visitor.expectGoodScreen();
  });
});

it('an operator sees the domains of all customers', async () => {
  const visitor = await Visitor.arrive(browser);
  await visitor.signIn(demo.operator);
  await visitor.open('/');
  await visitor.page.getByText(demo.domain).first().waitFor();
  await visitor.shoot('operator-home');
  await visitor.expectGoodScreen();
  await visitor.leave();
});
