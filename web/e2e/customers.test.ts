// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it.each(FORMS)('customers and the form of a new one in $language at $width, $scheme', async (form) => {
  const visitor = await Visitor.arrive(browser, form);
  const { page } = visitor;
  await visitor.signIn(demo.operator);
  await visitor.open('/portal/customers');
  await page.getByText(demo.customer.login).first().waitFor();
  await visitor.shoot('customers');
  await visitor.expectGoodScreen();
  await page.getByRole('button', { name: form.language === 'ja' ? '契約者の追加' : 'Add a customer' }).click();
  await page.getByRole('button', { name: form.language === 'ja' ? '追加する' : 'Add', exact: true }).waitFor();
  await visitor.settled();
  await visitor.shoot('customer-new');
  await visitor.expectGoodScreen();
  await visitor.leave();
});

it('a customer is added, signs in, is suspended, and resumed', async () => {
  const visitor = await Visitor.arrive(browser);
  const { page } = visitor;
  const login = `yokohama${Date.now()}`;
  const password = 'kamome to fune 3';
  await visitor.signIn(demo.operator);
  await visitor.open('/portal/customers');
  await page.getByRole('button', { name: '契約者の追加' }).click();
  await page.getByRole('textbox', { name: 'ログイン名' }).fill(login);
  await page.getByRole('textbox', { name: 'パスワード' }).fill(password);
  await page.getByRole('button', { name: '追加する' }).click();
  await page.getByText('名前を入力してください').waitFor();
  await page.getByRole('textbox', { name: '名前', exact: true }).fill('横浜海運');
  await page.getByRole('button', { name: '追加する' }).click();
  await page.getByRole('status').getByText('横浜海運 を追加しました').waitFor();

  const customer = await Visitor.arrive(browser);
  await customer.signIn({ login, password });
  await customer.open('/');
  const portal = async () => (await customer.page.request.get('/api/portal')).status();
  expect(await portal()).toBe(200);

  const change = async (done: string) => {
    await page.getByRole('searchbox').fill(login);
    const row = page.getByRole('row').filter({ hasText: login });
    await row.getByRole('button', { name: '横浜海運 の契約を変更' }).click();
    await page.getByLabel('利用を停止する').click({ force: true });
    await page.getByRole('button', { name: '変更を保存' }).click();
    await page.getByRole('button', { name: '変更を保存' }).waitFor({ state: 'detached' });
    await row.getByText(done).waitFor();
  };
  await change('停止中');
  expect(await portal()).toBe(401);
  await visitor.shoot('customer-suspended');
  await visitor.expectGoodScreen();
  await change('利用中');
  const again = await Visitor.arrive(browser);
  await again.signIn({ login, password });
  await again.leave();
  await customer.leave();
  await visitor.leave();
});

it('nobody but operators is led there, nor answered', async () => {
  const visitor = await Visitor.arrive(browser);
  await visitor.signIn(demo.customer);
  await visitor.open('/');
  expect(await visitor.page.getByRole('link', { name: '契約者' }).count()).toBe(0);
  expect((await visitor.page.request.get('/api/operator/customers')).status()).toBe(403);
  await visitor.leave();
});
