// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const [reader] = demo.accounts;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function arrive(form = FORMS[0]): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn({ login: reader?.address ?? '', password: reader?.password ?? '' });
  return visitor;
}

it.each(FORMS)('an owner sees where messages went in $language at $width, $scheme', async (form) => {
  const visitor = await arrive(form);
  const { page } = visitor;
  await visitor.open('/portal/trace');
  await visitor.shoot('own-trace');
  await visitor.expectGoodScreen();
  const first =
    form.width < 768 ? page.locator('main button').last() : page.getByRole('row').nth(1).getByRole('button');
  await first.click();
  await page
    .getByText(form.language === 'ja' ? 'メールの控え' : 'The message')
    .first()
    .waitFor();
  await visitor.shoot('own-trace-message');
  await visitor.expectGoodScreen();
  await visitor.leave();
});

it('a message that is read leads to its way', async () => {
  const visitor = await arrive();
  const { page } = visitor;
  await visitor.open('/webmail/inbox');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'その他の操作' }).first().click();
  const way = page.getByRole('menuitem', { name: 'このメールの行方' });
  const href = (await way.getAttribute('href')) ?? '';
  await way.click();
  await page.waitForURL(`**${href}`);
  await page.getByRole('row').nth(1).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await visitor.leave();
});
