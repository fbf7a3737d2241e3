// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, Visitor } from './visitor';

const demo = inject('demo');
const HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('a session that ends under the hands loses neither the place nor what was typed', async () => {
  const visitor = await Visitor.arrive(browser);
  const { page } = visitor;
  await visitor.signIn(demo.customer);
  await visitor.open(`/panel/${demo.domain}/accounts?open=taro%40${demo.domain}`);
  await page.getByRole('textbox', { name: 'メモ', exact: true }).fill('途中まで');
  await page.context().clearCookies();
  await page.getByRole('button', { name: '変更を保存' }).click();
  await page.getByText('もう一度ログインすると、入力した内容のまま続けられます').waitFor();
  await page.locator('input[autocomplete="current-password"]').fill(demo.customer.password);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('textbox', { name: 'メモ', exact: true }).inputValue()).toBe('途中まで');
  expect(new URL(page.url()).pathname).toBe(`/panel/${demo.domain}/accounts`);
  await visitor.leave();
});

it('a lost connection is said and goes away', async () => {
  const visitor = await Visitor.arrive(browser);
  const { page } = visitor;
  await visitor.signIn(demo.customer);
  await visitor.open(`/panel/${demo.domain}/accounts`);
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('taro');
  await page.getByText('接続が切れました。入力した内容は残っています。').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('searchbox').fill('hanako');
  await page.getByText('接続が切れました').waitFor({ state: 'detached' });
  await visitor.leave();
});

it('HTML in what people type is text on every screen', async () => {
  const visitor = await Visitor.arrive(browser);
  const { page } = visitor;
  await visitor.signIn(demo.customer);
  await visitor.open(`/panel/${demo.domain}/accounts?open=hanako%40${demo.domain}`);
  await page.getByRole('textbox', { name: 'メモ', exact: true }).fill(HOSTILE);
  await page.getByRole('button', { name: '変更を保存' }).click();
  await page.getByRole('status').getByText('変更を保存しました').waitFor();
  for (const path of ['/', '/portal/history', `/panel/${demo.domain}/accounts`, `/panel/${demo.domain}/history`]) {
    await visitor.open(path);
  }
  await visitor.open(`/panel/${demo.domain}/accounts?open=hanako%40${demo.domain}`);
  await page.getByText(HOSTILE).first().waitFor();
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  await visitor.leave();
});
