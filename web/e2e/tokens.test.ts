// SPDX-License-Identifier: Apache-2.0
import { type Browser, request } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, Visitor } from './visitor';

const demo = inject('demo');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What a program of the customer's asks, with nothing but its token. */
async function accounts(token: string): Promise<number> {
  const program = await request.newContext({
    baseURL: `http://127.0.0.1:${demo.ports.http}`,
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
  try {
    return (await program.get(`/api/domains/${demo.domain}/accounts`)).status();
  } finally {
    await program.dispose();
  }
}

it('a token is made, lets a program in, and is taken back', async () => {
  const visitor = await Visitor.arrive(browser);
  const { page } = visitor;
  await visitor.signIn(demo.customer);
  await visitor.open('/portal/security');
  const part = page.getByRole('region', { name: 'APIトークン' });
  await part.getByRole('button', { name: '作成', exact: true }).click();
  await part.getByRole('button', { name: '作成する' }).click();
  await part.getByText('権限を1つ以上選んでください').waitFor();
  await part.getByRole('textbox').fill('社員名簿');
  await part.getByRole('checkbox', { name: 'メールアカウントを見る', exact: true }).check();
  await visitor.shoot('token-new');
  await visitor.expectGoodScreen();
  await part.getByRole('button', { name: '作成する' }).click();
  await part.getByText('社員名簿 を作成しました').waitFor();
  const token = (await part.locator('code').textContent()) ?? '';
  await visitor.shoot('token-issued');
  await visitor.expectGoodScreen();
  expect(await accounts(token)).toBe(200);
  await part.getByRole('button', { name: '設定したので閉じる' }).click();
  expect(await page.content()).not.toContain(token);
  await part.getByRole('button', { name: 'APIトークン 社員名簿 を取り消す' }).click();
  await page.getByRole('status').getByText('社員名簿 を取り消しました').waitFor();
  await part.getByText('まだありません').waitFor();
  expect(await accounts(token)).toBe(401);
  await visitor.leave();
});
