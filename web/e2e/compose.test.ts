// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DESK, FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const [writer, reader] = demo.accounts.slice(0, 2).map(({ address, password }) => ({ login: address, password }));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function enter(path: string, form = DESK, who = writer): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn(who ?? { login: '', password: '' });
  visitor.page.on('dialog', (dialog) => void dialog.accept());
  await visitor.page.goto(path, { waitUntil: 'commit' });
  await visitor.page.locator('h1').first().waitFor({ state: 'attached' });
  return visitor;
}

const body = (page: Page) => page.getByRole('textbox', { name: /^(本文|Text)$/ });
const to = (page: Page) => page.getByRole('combobox', { name: /^(宛先|To)$/ });
const subject = (page: Page) => page.getByRole('textbox', { name: /^(件名|Subject)$/ });
const saved = (page: Page) => page.getByText(/に下書きを保存しました|Draft saved at/).waitFor();
const row = (page: Page, text: string) => page.getByRole('option').filter({ hasText: text }).first();

describe.each(FORMS)('in $language at $width, $scheme', (form) => {
  const ja = form.language === 'ja';

  it('a new message', async () => {
    const visitor = await enter('/webmail/inbox/compose', form);
    const { page } = visitor;
    await to(page).fill('"例示商事 購買部" <koubai@example.com>, souko@gmial.com, yamada');
    await page.keyboard.press('Enter');
    await subject(page).fill('【ご確認】12月分の発注書をお送りします');
    await body(page).click();
    await page.keyboard.type(
      ja
        ? '例示商事株式会社\n\nいつもお世話になっております。\n\n発注書を添付いたします。'
        : 'Dear all,\n\nThe order is attached.',
    );
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles([
        { name: '発注請求書_202612.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(168 * 1024) },
      ]);
    await page.getByRole('button', { name: /発注請求書_202612.pdf (を外す)?|Remove 発注請求書/ }).waitFor();
    await saved(page);
    await visitor.shoot('webmail-compose');
    await visitor.expectGoodScreen();
    await page.getByRole('button', { name: ja ? '送信' : 'Send', exact: true }).click();
    await page.getByText(ja ? '「yamada」はメールアドレスではありません' : '"yamada" is not a mail address').waitFor();
    await visitor.shoot('webmail-compose-wrong');
    await visitor.expectGoodScreen();
    await page.getByRole('button', { name: ja ? '下書きを破棄' : 'Discard the draft' }).click();
    await page.getByText(ja ? '下書きをごみ箱へ移しました' : 'moved to Trash').waitFor();
    await visitor.leave();
  });

  it('an answer', async () => {
    const visitor = await enter('/webmail/inbox', form);
    const { page } = visitor;
    await page.getByRole('option').first().click();
    await page
      .getByRole('link', { name: ja ? '返信' : 'Reply', exact: true })
      .first()
      .click();
    await body(page).waitFor();
    expect(await subject(page).inputValue()).toMatch(/^Re: (?!Re:)/);
    await visitor.shoot('webmail-compose-reply');
    await visitor.expectGoodScreen();
    await visitor.leave();
  });
});

it.each(FORMS)('the settings in $language at $width, $scheme', async (form) => {
  const visitor = await enter('/webmail/settings', form);
  const signature = visitor.page.getByRole('textbox', {
    name: form.language === 'ja' ? '署名' : 'Signature',
    exact: true,
  });
  await signature.fill('サンプル商会　営業部');
  await visitor.page
    .getByRole('button', { name: form.language === 'ja' ? '変更を保存' : 'Save changes' })
    .first()
    .click();
  await visitor.page.getByText(form.language === 'ja' ? '保存しました。' : 'Saved.', { exact: true }).waitFor();
  await visitor.shoot('webmail-settings');
  await visitor.expectGoodScreen();
  await visitor.page.goto('/webmail/inbox/compose');
  await body(visitor.page).getByText('サンプル商会').waitFor();
  await visitor.leave();
});

describe('with the keyboard alone', () => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await enter('/webmail/inbox');
    ({ page } = visitor);
    await page.getByRole('option').first().waitFor();
  });
  afterAll(() => visitor.leave());

  it('one writes, attaches and sends', async () => {
    await page.keyboard.press('c');
    await to(page).waitFor();
    await page.keyboard.type(`${reader?.login},`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('キーボードから');
    await body(page).focus();
    await page.keyboard.type('資料を添付します。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('本文に「添付」とありますが、添付ファイルがありません。').waitFor();
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles([{ name: '資料.txt', mimeType: 'text/plain', buffer: Buffer.from('資料') }]);
    await page.getByRole('button', { name: '資料.txt を外す' }).waitFor();
    await body(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('秒後に送信します。').waitFor();
  });

  it('takes it back', async () => {
    await page.keyboard.press('z');
    await body(page).waitFor();
    await page.waitForFunction(() => document.querySelector('[contenteditable]')?.textContent?.includes('資料を添付'));
    expect(await subject(page).inputValue()).toBe('キーボードから');
    await page.getByRole('button', { name: '資料.txt を外す' }).waitFor();
  });

  it('and sends it after all, also over a reload', async () => {
    await body(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('秒後に送信します。').waitFor();
    await page.reload();
    await page.getByText(/秒後に送信します。/).waitFor();
    await page.getByText('送信しました。', { exact: true }).waitFor();
    const other = await enter('/webmail/inbox', DESK, reader);
    await row(other.page, 'キーボードから').click();
    await other.page.getByText('資料を添付します。').last().waitFor();
    await other.page.getByText('資料.txt').first().waitFor();
    await other.leave();
  });

  it('closes with Esc, and the draft is there', async () => {
    await page.keyboard.press('c');
    await to(page).waitFor();
    await subject(page).focus();
    await page.keyboard.type('あとで書く');
    await page.keyboard.press('Escape');
    await page.getByText('下書きに保存しました。').waitFor();
    await page.goto('/webmail/drafts');
    await row(page, 'あとで書く').click();
    await body(page).waitFor();
    expect(await subject(page).inputValue()).toBe('あとで書く');
  });
});

describe('what is written is not lost', () => {
  it('when the page is loaded again', async () => {
    const visitor = await enter('/webmail/inbox/compose');
    const { page } = visitor;
    await subject(page).fill('読み直しても残る');
    await body(page).click();
    await page.keyboard.type('ここまで書いた');
    await page.reload();
    await body(page).getByText('ここまで書いた').waitFor();
    expect(await subject(page).inputValue()).toBe('読み直しても残る');
    await saved(page);
    await page.goto('/webmail/drafts');
    await row(page, '読み直しても残る').waitFor();
    expect(await page.getByRole('option').filter({ hasText: '読み直しても残る' }).count()).toBe(1);
    await visitor.leave();
  });

  it('when the connection is lost, and it is offered again', async () => {
    const visitor = await enter('/webmail/inbox/compose');
    const { page } = visitor;
    await body(page).waitFor();
    await page.context().setOffline(true);
    await subject(page).fill('圏外で書いた');
    await page.getByText('このブラウザーに残しています').first().waitFor();
    // The page goes away while there is no connection, and comes back elsewhere.
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto('/webmail/inbox');
    await page.getByText('書きかけの「圏外で書いた」がサーバーに保存されていません。').waitFor();
    await visitor.shoot('webmail-compose-offer');
    await page.getByRole('button', { name: '続きを書く' }).click();
    await body(page).waitFor();
    expect(await subject(page).inputValue()).toBe('圏外で書いた');
    await saved(page);
    await visitor.leave();
  });
});
