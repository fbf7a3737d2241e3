// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const [writer] = demo.accounts.slice(0, 1).map(({ address, password }) => ({ login: address, password }));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it.each(FORMS)('a letter waits for its time and is called back in $language at $width', async (form) => {
  const ja = form.language === 'ja';
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn(writer ?? { login: '', password: '' });
  const { page } = visitor;
  const subject = ja ? `会議のお知らせ ${Date.now()}` : `About the meeting ${Date.now()}`;
  await page.goto(`/webmail/inbox/compose?to=koubai%40example.com&subject=${encodeURIComponent(subject)}`);
  await page.getByRole('button', { name: ja ? '日時を指定して送信' : 'Send at a chosen time' }).click();
  const at = page.getByLabel(ja ? '送信する日時' : 'When to send');
  await at.fill('2020-01-01T08:00');
  await page.getByRole('button', { name: ja ? 'この日時に送信' : 'Send at this time' }).click();
  await page.getByText(ja ? 'これから先の、60日以内の日時' : 'Choose a time to come').waitFor();
  await visitor.shoot('webmail-later');
  await visitor.expectGoodScreen();
  await page.getByRole('button', { name: ja ? /^明日の朝/ : /^Tomorrow morning/ }).click();
  await page.getByText(ja ? /に送信します。$/ : /^Your message will be sent on/).waitFor();

  await page.goto('/webmail/drafts');
  await page.getByText(ja ? /^日時指定の送信が\d+通待っています/ : /^Messages waiting for their time/).waitFor();
  await page.getByRole('button', { name: ja ? '一覧を見る' : 'Show', exact: true }).click();
  const waiting = page.getByRole('dialog').getByRole('listitem').filter({ hasText: subject });
  await waiting.waitFor();
  await visitor.shoot('webmail-later-list');
  await visitor.expectGoodScreen();
  await waiting.getByRole('button', { name: ja ? '送信をやめて下書きに戻す' : 'Keep as a draft instead' }).click();
  await page.getByText(ja ? '送信をやめました。' : 'The message will not be sent.').waitFor();
  await waiting.waitFor({ state: 'detached' });
  await visitor.leave();
});
