// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, Visitor } from './visitor';

const demo = inject('demo');
const address = `kiiboodo@${demo.domain}`;

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launch();
  visitor = await Visitor.arrive(browser);
});
afterAll(() => browser.close());

/** Presses Tab until the element with this name has the focus, at most 60 times. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await visitor.page.keyboard.press('Tab');
    const focused = await visitor.page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
    if (focused.trim() === name) {
      return;
    }
  }
  throw new Error(`Tab does not reach ${name}`);
}

it('a wrong password is said, and the right one lets in', async () => {
  const { page } = visitor;
  await visitor.open('/');
  await page.keyboard.type(demo.customer.login);
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('アドレスかパスワードが違います').waitFor();
  await tabTo('パスワード');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(demo.customer.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'ご契約済のドメイン一覧' }).waitFor();
});

it('the panel of a domain is opened, and an account added', async () => {
  const { page } = visitor;
  await tabTo(`${demo.domain} のパネルを開く`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'メールアカウント設定' }).waitFor();
  await tabTo('メールアカウントの追加');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'メールアカウントの追加' }).waitFor();
  await tabTo('メールアドレス');
  await page.keyboard.type('kiiboodo');
  await tabTo('パスワード');
  await page.keyboard.type('ito-ga-kireru-7');
  await page.getByText('強さ').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText(`${address} を追加しました。`).waitFor();
  await page.getByRole('button', { name: `${address} を変更` }).waitFor();
});

it('its storage is changed, within what is allowed', async () => {
  const { page } = visitor;
  await tabTo(`${address} を変更`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: address }).waitFor();
  await tabTo('容量');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20001');
  await page.keyboard.press('Enter');
  await page.getByText('20,000MB 以下で入力してください').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('３０００');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('変更を保存しました').waitFor();
  await page.getByRole('cell', { name: '/ 3,000MB' }).waitFor();
});

it('what is not saved outlives the closing', async () => {
  const { page } = visitor;
  await tabTo(`${address} を変更`);
  await page.keyboard.press('Enter');
  await tabTo('メモ');
  await page.keyboard.type('鍵盤');
  await page.keyboard.press('Escape');
  await page.getByRole('status').getByText('まだ保存していません').waitFor();
  await tabTo('再開');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('textbox', { name: 'メモ', exact: true }).inputValue()).toBe('鍵盤');
});

it('it is deleted at once, and brought back with z', async () => {
  const { page } = visitor;
  await tabTo(`${address} を削除`);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('7日以内なら元に戻せます').waitFor();
  await page.getByText('削除予定').waitFor();
  await page.keyboard.press('z');
  await page.getByRole('status').getByText('元に戻しました。').waitFor();
  await page.getByText('削除予定').waitFor({ state: 'detached' });
});

it('Ctrl K leads to any screen', async () => {
  const { page } = visitor;
  await page.keyboard.press('Control+K');
  await page
    .getByRole('dialog')
    .getByRole('searchbox')
    .or(page.getByPlaceholder('画面、ドメイン、操作を探す'))
    .first()
    .waitFor();
  await page.keyboard.type('操作履歴');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '操作履歴' }).waitFor();
  await page.getByText('アカウントを追加').first().waitFor();
});
