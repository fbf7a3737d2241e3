// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { FORMS, launch, Visitor } from './visitor';

const demo = inject('demo');
const hanako = demo.accounts.find(({ address }) => address.startsWith('hanako@'));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it.each(FORMS)('folders are made, renamed, put elsewhere and removed in $language at $width', async (form) => {
  const ja = form.language === 'ja';
  const outer = `帳票-${form.language}-${form.width}`;
  const visitor = await Visitor.arrive(browser, form);
  await visitor.signIn({ login: hanako?.address ?? '', password: hanako?.password ?? '' });
  await visitor.open('/webmail/inbox');
  const { page } = visitor;
  const button = (japanese: string, english: string) =>
    page.getByRole('button', { name: ja ? japanese : english, exact: true });
  const dialog = page.getByRole('dialog');
  const field = () => dialog.getByRole('textbox', { name: ja ? '名前' : 'Name', exact: true });
  const make = async (name: string) => {
    await field().last().fill(name);
    await page.keyboard.press('Enter');
    await button(`「${name}」を削除`, `Delete "${name}"`).waitFor();
  };
  if (form.width < 768) {
    await button('フォルダー', 'Folders').click();
  }
  await button('フォルダーを管理', 'Manage folders').click();
  await dialog.waitFor();
  await make(outer);
  await make('見積');

  await button('「見積」の名前と場所を変える', 'Rename or move "見積"').click();
  await field().first().fill('見積書');
  await dialog
    .getByRole('combobox', { name: ja ? '場所' : 'Place' })
    .first()
    .selectOption({ label: outer });
  await visitor.shoot('webmail-folders');
  await visitor.expectGoodScreen();
  await button('保存', 'Save').click();
  await button('「見積書」を削除', 'Delete "見積書"').waitFor();

  // One with another in it stays, and says why.
  await button(`「${outer}」を削除`, `Delete "${outer}"`).click();
  await page.getByText(ja ? '中にフォルダーがあるため削除できません' : 'there are folders in it').waitFor();
  await visitor.expectGoodScreen();
  await button('「見積書」を削除', 'Delete "見積書"').click();
  await page.getByText(ja ? 'フォルダー「見積書」を削除しました' : 'The folder "見積書" was deleted').waitFor();
  await page.getByRole('button', { name: ja ? '元に戻す' : 'Undo' }).click();
  await button('「見積書」を削除', 'Delete "見積書"').click();
  await button('「見積書」を削除', 'Delete "見積書"').waitFor({ state: 'detached' });
  await button(`「${outer}」を削除`, `Delete "${outer}"`).click();
  await button(`「${outer}」を削除`, `Delete "${outer}"`).waitFor({ state: 'detached' });
  expect(await dialog.getByText('見積書').count()).toBe(0);
  await visitor.leave();
});
