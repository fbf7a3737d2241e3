// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Login } from './server';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const PASSWORD = 'for the doctor only';

let browser: Browser;
let customer: Visitor;
let owner: Login;
beforeAll(async () => {
  browser = await launch();
  customer = await Visitor.arrive(browser);
  await customer.signIn(demo.customer);
  owner = { login: `own${Date.now()}@${demo.domain}`, password: PASSWORD };
  const made = await customer.call('POST', `/api/domains/${demo.domain}/accounts`, {
    localPart: owner.login.split('@')[0],
    password: PASSWORD,
    quotaMegabytes: 1,
  });
  expect(made.status(), await made.text()).toBe(200);
});
afterAll(() => browser.close());

async function arrive(form = FORMS[0]): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn(owner);
  return visitor;
}

describe.each(FORMS)('the doctor in webmail, in $language at $width, $scheme', (form) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await arrive(form);
  });
  afterAll(() => visitor.leave());

  it('asks what is wrong', async () => {
    await visitor.open('/webmail/doctor');
    await visitor.page.getByText(form.language === 'ja' ? '届かない' : 'Does not arrive', { exact: true }).waitFor();
    await visitor.shoot('webmail-doctor');
    await visitor.expectGoodScreen();
  });

  it('examines the own account and accuses nobody', async () => {
    await visitor.open('/webmail/doctor/gone-from-trash');
    await visitor.page.locator('[data-verdict=nothing]').waitFor();
    expect(await visitor.page.locator('[data-check][data-outcome=cause]').count()).toBe(0);
    await visitor.shoot('webmail-doctor-well');
    await visitor.expectGoodScreen();
  });
});

it('an owner does what is about the account, and sends the rest to the manager', async () => {
  const visitor = await arrive();
  const { page } = visitor;
  const account = `/api/accounts/${owner.login}/forwarding`;
  await visitor.call('POST', `${account}/targets`, { address: demo.accounts[0]?.address });
  await visitor.call('PATCH', account, { keep: false });
  await visitor.open('/webmail/inbox');
  await page.keyboard.press('Control+k');
  await page.locator('[role=dialog] input').waitFor();
  await page.keyboard.type('診断');
  await page.getByText('メール診断').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '受信したメールが消えました' }).click();
  await page.locator('[data-finding=forwarded-away][data-outcome=cause]').waitFor();
  await page.getByRole('button', { name: 'メールボックスに残す' }).click();
  await page.locator('[data-finding=forwarded-away][data-outcome=fine]').waitFor();
  await visitor.shoot('webmail-doctor-mended');
  await visitor.expectGoodScreen();
  await visitor.leave();
});

it('what only the manager can do is said to be so, and the manager sees it', async () => {
  const visitor = await arrive();
  const { page } = visitor;
  const { primaryAccounts } = await (await page.request.get('/jmap/session')).json();
  const accountId = primaryAccounts['urn:ietf:params:jmap:mail'];
  const big = Buffer.from(`Subject: big\r\n\r\n${'0123456789abcdef\r\n'.repeat(55_000)}`);
  const { blobId } = await (await visitor.call('POST', `/jmap/upload/${accountId}`, big, 'message/rfc822')).json();
  const boxes = await visitor.call('POST', '/jmap/api', {
    using: ['urn:ietf:params:jmap:core', 'urn:ietf:params:jmap:mail'],
    methodCalls: [
      ['Mailbox/query', { accountId, filter: { role: 'inbox' } }, 'q'],
      ['Mailbox/get', { accountId, '#ids': { resultOf: 'q', name: 'Mailbox/query', path: '/ids' } }, 'g'],
    ],
  });
  const inbox = (await boxes.json()).methodResponses[1][1].list[0].id;
  await visitor.call('POST', '/jmap/api', {
    using: ['urn:ietf:params:jmap:core', 'urn:ietf:params:jmap:mail'],
    methodCalls: [['Email/import', { accountId, emails: { one: { blobId, mailboxIds: { [inbox]: true } } } }, 'i']],
  });
  await visitor.open('/webmail/doctor/mailbox-full');
  await page.locator('[data-finding=room-left][data-outcome=cause]').waitFor();
  await page.getByText('ドメインを管理している方').waitFor();
  await visitor.shoot('webmail-doctor-manager');
  await visitor.expectGoodScreen();
  await page.getByRole('button', { name: 'サポートに共有' }).click();
  await page.getByRole('button', { name: '14日間共有する' }).click();
  const link = (await page.locator('[role=dialog] code').textContent()) ?? '';
  await customer.open(new URL(link).pathname);
  await customer.page.locator('[data-finding=room-left]').waitFor();
  await visitor.leave();
});
