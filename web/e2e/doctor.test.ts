// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const doctor = `/panel/${demo.domain}/doctor`;
const BOUNCE = '<ken@gmail.test>: host mx.gmail.test[192.0.2.9] said: 550 5.1.1 no such user here';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function customer(form = FORMS[0]): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn(demo.customer);
  return visitor;
}

describe.each(FORMS)('the doctor in $language at $width, $scheme', (form) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await customer(form);
  });
  afterAll(() => visitor.leave());

  it('asks for an address and a complaint', async () => {
    await visitor.open(`${doctor}?address=taro`);
    await visitor.page.getByText(form.language === 'ja' ? '届かない' : 'Does not arrive', { exact: true }).waitFor();
    await visitor.shoot('doctor-start');
    await visitor.expectGoodScreen();
  });

  it('shows the cause with what it rests on', async () => {
    await visitor.open(`${doctor}/cannot-receive?address=nobody`);
    await visitor.page.locator('[data-finding=account-exists][data-outcome=cause]').waitFor();
    await visitor.page.locator('[aria-busy=false]').first().waitFor();
    await visitor.shoot('doctor-result');
    await visitor.expectGoodScreen();
  });

  it('explains an error mail and leads to its symptom', async () => {
    await visitor.open(`${doctor}/bounce`);
    await visitor.page.locator('textarea').first().fill(BOUNCE);
    await visitor.page.getByRole('button', { name: form.language === 'ja' ? '説明を見る' : 'Explain it' }).click();
    await visitor.page.locator('[data-kind=no-such-address]').waitFor();
    await visitor.shoot('doctor-bounce');
    await visitor.expectGoodScreen();
  });

  it('opens a symptom from each question', async () => {
    await visitor.open(`${doctor}/faq`);
    expect(await visitor.page.locator('main ul a').count()).toBe(15);
    await visitor.shoot('doctor-faq');
    await visitor.expectGoodScreen();
  });
});

it('is asked with the keyboard alone', async () => {
  const visitor = await customer();
  await visitor.open(doctor);
  const field = visitor.page.getByRole('combobox', { name: 'メールアドレス' });
  await field.focus();
  await visitor.page.keyboard.type('nobody');
  const complaint = visitor.page.getByRole('link', { name: 'メールが受信できません' });
  await complaint.focus();
  await visitor.page.keyboard.press('Enter');
  await visitor.page.locator('[data-finding=account-exists]').waitFor();
  expect(visitor.page.url()).toContain('/doctor/cannot-receive?address=nobody');
  await visitor.leave();
});

it('every check of an account that is well is ticked off, and nobody is accused', async () => {
  const visitor = await customer();
  await visitor.open(`${doctor}/mailbox-full?address=taro`);
  await visitor.page.locator('[data-verdict=nothing]').waitFor();
  expect(await visitor.page.locator('[data-check][data-outcome=cause]').count()).toBe(0);
  await visitor.shoot('doctor-well');
  await visitor.leave();
});

it('support sees what the customer saw when it is shared, and not before', async () => {
  const visitor = await customer();
  await visitor.open(`${doctor}/cannot-receive?address=nobody`);
  await visitor.page.locator('[aria-busy=false]').first().waitFor();
  const headlines = await visitor.page.locator('h2').allTextContents();
  await visitor.page.getByRole('button', { name: 'サポートに共有' }).click();
  await visitor.page.getByRole('button', { name: '14日間共有する' }).click();
  const link = (await visitor.page.locator('[role=dialog] code').textContent()) ?? '';
  await visitor.shoot('doctor-share');

  const support = await Visitor.arrive(browser);
  await support.signIn(demo.operator);
  await support.open(new URL(link).pathname);
  await support.page.locator('[data-finding=account-exists]').waitFor();
  expect(await support.page.locator('h2').allTextContents()).toEqual(
    headlines.filter((one) => one !== 'サポートに共有'),
  );
  await support.shoot('doctor-case');
  await support.expectGoodScreen();

  await visitor.page.getByRole('button', { name: '共有をやめる' }).click();
  await visitor.page.getByRole('button', { name: '14日間共有する' }).waitFor();
  await support.page.reload();
  await support.page.getByRole('alert').waitFor();
  await support.leave();
  await visitor.leave();
});

it('a remedy is made with one click, and taken back with one', async () => {
  const visitor = await customer();
  const name = `small${Date.now()}`;
  const made = await visitor.call('POST', `/api/domains/${demo.domain}/accounts`, {
    localPart: name,
    password: 'for the doctor only',
    quotaMegabytes: 10,
  });
  expect(made.status(), await made.text()).toBe(200);
  await visitor.call('PATCH', `/api/accounts/${name}@${demo.domain}/forwarding`, { keep: true });
  await visitor.call('POST', `/api/accounts/${name}@${demo.domain}/forwarding/targets`, {
    address: demo.accounts[0]?.address,
  });
  await visitor.call('PATCH', `/api/accounts/${name}@${demo.domain}/forwarding`, { keep: false });

  await visitor.open(`${doctor}/mail-disappeared?address=${name}`);
  const cause = visitor.page.locator('[data-finding=forwarded-away]');
  await visitor.page.locator('[data-finding=forwarded-away][data-outcome=cause]').waitFor();
  await cause.getByRole('button', { name: 'メールボックスに残す' }).click();
  await visitor.page.locator('[data-finding=forwarded-away][data-outcome=fine]').waitFor();
  await visitor.shoot('doctor-mended');
  await visitor.page.getByRole('button', { name: '元に戻す' }).click();
  await visitor.page.locator('[data-finding=forwarded-away][data-outcome=cause]').waitFor();
  await visitor.leave();
});
