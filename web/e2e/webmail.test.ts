// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const reader = login('sato');
const writer = login('hanako');

function login(name: string) {
  const account = demo.accounts.find(({ address }) => address === `${name}@${demo.domain}`);
  if (!account) {
    throw new Error(`the demo has no ${name}`);
  }
  return { login: account.address, password: account.password };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function enter(who = reader, form = FORMS[0], path = '/webmail/inbox'): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn(who);
  await visitor.page.goto(path, { waitUntil: 'commit' });
  await visitor.page.locator('h1').first().waitFor({ state: 'attached' });
  return visitor;
}

const row = (visitor: Visitor, text: string) => visitor.page.getByRole('option').filter({ hasText: text }).first();

describe.each(FORMS)('in $language at $width, $scheme', (form) => {
  const ja = form.language === 'ja';
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await enter(reader, form);
  });
  afterAll(() => visitor.leave());

  it.each([
    ['inbox', '会社案内の増刷'],
    ['trash', '文具フェア'],
    ['junk', '当選'],
    ['drafts', '現地調査'],
    ['starred', '経費精算'],
  ])('%s', async (box, text) => {
    await visitor.page.goto(`/webmail/${box}`, { waitUntil: 'commit' });
    await row(visitor, text).waitFor();
    await visitor.shoot(`webmail-${box}`);
    await visitor.expectGoodScreen();
  });

  it('a thread', async () => {
    await visitor.page.goto('/webmail/inbox', { waitUntil: 'commit' });
    await row(visitor, '会社案内の増刷').click();
    await visitor.page.getByText('校了から7営業日').last().waitFor();
    await visitor.page
      .getByText(ja ? '送信元を確認済み' : 'Sender verified')
      .first()
      .waitFor();
    await visitor.shoot('webmail-thread');
    await visitor.expectGoodScreen();
  });

  it('an invitation', async () => {
    await visitor.page.goto('/webmail/inbox', { waitUntil: 'commit' });
    await row(visitor, '現地調査の日程').click();
    await visitor.page
      .getByText(ja ? '予定への招待' : 'Invitation')
      .first()
      .waitFor();
    await visitor.shoot('webmail-invitation');
    await visitor.expectGoodScreen();
  });

  it('a sender who is not who he says', async () => {
    await visitor.page.goto('/webmail/inbox', { waitUntil: 'commit' });
    await row(visitor, 'お支払い方法').click();
    await visitor.page.getByText(ja ? '差出人を確認できません' : 'The sender could not be verified').waitFor();
    await visitor.shoot('webmail-failed-sender');
    await visitor.expectGoodScreen();
  });
});

describe('mail', () => {
  it('is moved to Trash and back by undo, and the counts follow', async () => {
    const visitor = await enter();
    const { page } = visitor;
    await row(visitor, '集荷時間の変更').click();
    await page.getByRole('heading', { level: 1, name: '集荷時間の変更のお知らせ' }).waitFor();
    await page.getByRole('button', { name: 'ごみ箱へ' }).click();
    await row(visitor, '集荷時間の変更').waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('1通をごみ箱へ移動しました。').waitFor();
    await page.keyboard.press('z');
    await row(visitor, '集荷時間の変更').waitFor();
    await visitor.leave();
  });

  it('is filed by name, several at once, and found where it went', async () => {
    const visitor = await enter();
    const { page } = visitor;
    await row(visitor, '会社説明会').click({ modifiers: ['Control'] });
    await row(visitor, '年末調整').click({ modifiers: ['Control'] });
    await page.getByText('2件を選択').waitFor();
    await page.keyboard.press('v');
    await page.getByRole('textbox', { name: 'フォルダー名で探す' }).fill('採用');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('2通を採用へ移動しました。').waitFor();
    await page.getByRole('link', { name: '採用' }).click();
    await row(visitor, '会社説明会').waitFor();
    await row(visitor, '年末調整').waitFor();
    await page.keyboard.press('z');
    await row(visitor, '年末調整').waitFor({ state: 'detached' });
    await visitor.leave();
  });

  it('that others change is changed here by itself', async () => {
    const [one, other] = await Promise.all([enter(), enter()]);
    await row(one, '打ち合わせ').waitFor();
    await row(other, '打ち合わせ').waitFor();
    await row(one, '打ち合わせ').click();
    await one.page.keyboard.press('s');
    await other.page.getByRole('option', { name: /スター付き.*打ち合わせ/ }).waitFor();
    await one.page.keyboard.press('s');
    await other.page.getByRole('option', { name: /スター付き.*打ち合わせ/ }).waitFor({ state: 'detached' });
    await Promise.all([one.leave(), other.leave()]);
  });

  it('that is new appears by itself, in the list and in the title', async () => {
    const [to, from] = await Promise.all([enter(), enter(writer)]);
    await to.page.getByRole('option').first().waitFor();
    const subject = `push ${Date.now()}`;
    const session = await (await from.page.request.get('/jmap/session')).json();
    const { csrfToken } = await (await from.page.request.get('/api/session')).json();
    const accountId = session.primaryAccounts['urn:ietf:params:jmap:mail'];
    const ask = async (methodCalls: unknown) =>
      (
        await from.page.request.post('/jmap/api', {
          data: { using: Object.keys(session.capabilities), methodCalls },
          headers: { 'X-CSRF-Token': csrfToken },
        })
      ).json();
    const { methodResponses } = await ask([
      ['Mailbox/get', { accountId }, 'm'],
      ['Identity/get', { accountId }, 'i'],
    ]);
    const drafts = methodResponses[0][1].list.find((box: { role: string }) => box.role === 'drafts').id;
    const identity = methodResponses[1][1].list[0];
    const email = {
      mailboxIds: { [drafts]: true },
      from: [{ email: identity.email }],
      to: [{ email: reader.login }],
      subject,
      bodyStructure: { partId: 't', type: 'text/plain' },
      bodyValues: { t: { value: 'x' } },
    };
    await ask([
      ['Email/set', { accountId, create: { e: email } }, 'e'],
      ['EmailSubmission/set', { accountId, create: { s: { emailId: '#e', identityId: identity.id } } }, 's'],
    ]);
    await row(to, subject).waitFor();
    expect(await to.page.title()).toMatch(/^\(\d+\) 受信箱/);
    await Promise.all([to.leave(), from.leave()]);
  });
});

it('everything goes by keyboard alone', async () => {
  const visitor = await enter();
  const { page } = visitor;
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('キーの一覧').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { name: 'ごみ箱' }).waitFor();
  await page.getByText('あと7日で消去').first().waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: '受信箱' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('main h1:focus').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: '受信箱' }).waitFor();
  await page.keyboard.press('x');
  await page.getByText('1件を選択').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('1件を選択').waitFor({ state: 'detached' });
  await visitor.leave();
});

it('a phone shows one pane at a time', async () => {
  const form = FORMS[2];
  const visitor = await enter(reader, form);
  const { page } = visitor;
  await row(visitor, '年末調整').click();
  await page.getByRole('heading', { level: 1, name: '年末調整の書類について' }).waitFor();
  expect(await page.getByRole('listbox').isVisible()).toBe(false);
  await page.getByRole('link', { name: '一覧へ戻る' }).click();
  await page.getByRole('listbox').waitFor();
  await page.getByRole('button', { name: 'フォルダー' }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /迷惑メール/ })
    .click();
  await row(visitor, '当選').waitFor();
  await visitor.leave();
});

it('what was read can be read again without a network', async () => {
  const visitor = await enter();
  const { page } = visitor;
  await row(visitor, '打ち合わせ').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async () => (await caches.match('/jmap/session')) !== undefined);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('option').first().waitFor();
  await visitor.leave();
});
