// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Content, EMPTY } from './content';
import { bookOf, suggestions } from './people/book';
import { lookAlike } from './people/lookAlike';
import { warnings } from './warnings';

const at = (...emails: string[]) => emails.map((email) => ({ name: null, email }));
const book = bookOf(
  {
    sentTo: [{ name: '例示商事 購買部', email: 'koubai@example.jp' }, ...at('yamada@mihon.co.jp', 'tanaka@gmail.com')],
    receivedFrom: [{ name: 'ヤマモト', email: 'yamamoto@sample.jp' }],
  },
  ['info@example.jp'],
);

describe('a forgotten attachment', () => {
  const letter = (text: string, change: Partial<Content> = {}) =>
    warnings({ ...EMPTY, rich: false, subject: 's', text, ...change }, book).map(({ kind }) => kind);

  it.each(['発注請求書を添付いたします。', '資料を同封します', 'Please see the attached file.', 'I attach the plan.'])(
    'is suspected in: %s',
    (text) => expect(letter(text)).toEqual(['noAttachment']),
  );

  it.each(['> 添付します。', 'よろしく\n-- \n添付は PDF で', '会社の別の件', 'detached house'])(
    'is not suspected in: %s',
    (text) => expect(letter(text)).toEqual([]),
  );

  it('is none when something goes along', () =>
    expect(letter('添付します。', { attachments: [{ key: 'k', name: 'n', type: 't', size: 1, blobId: 'b' }] })).toEqual(
      [],
    ));

  it('is found in formatted text, outside of quotations', () => {
    expect(letter('', { rich: true, html: '<p>図を<b>添付</b>します</p>' })).toEqual(['noAttachment']);
    expect(letter('', { rich: true, html: '<p>はい</p><blockquote><p>添付します</p></blockquote>' })).toEqual([]);
  });
});

it('a missing subject is asked about', () =>
  expect(warnings({ ...EMPTY, to: at('yamada@mihon.co.jp') }, book)).toEqual([{ kind: 'noSubject' }]));

describe('an address that looks like another', () => {
  it.each([
    ['yamada@mihom.co.jp', 'yamada@mihon.co.jp'],
    ['yamada@rnihon.co.jp', 'yamada@mihon.co.jp'],
    ['koubai@examp1e.jp', 'koubai@example.jp'],
    ['kuobai@example.jp', 'koubai@example.jp'],
    ['someone@gmial.com', 'someone@gmail.com'],
    ['someone@docomo.ne.jo', 'someone@docomo.ne.jp'],
  ])('%s is probably %s', (typed, meant) => expect(lookAlike(typed, book)).toBe(meant));

  it.each(['yamada@mihon.co.jp', 'suzuki@mihon.co.jp', 'suzuki@gmail.com', 'a@softbank.ne.jp', 'x@other.example'])(
    '%s is fine',
    (typed) => expect(lookAlike(typed, book)).toBeUndefined(),
  );
});

describe('suggestions', () => {
  const found = (typed: string) => suggestions(book, typed).map(({ email }) => email);

  it('find names and addresses, those one writes to first', () => {
    expect(found('例示')).toEqual(['koubai@example.jp']);
    expect(found('yama')).toEqual(['yamada@mihon.co.jp', 'yamamoto@sample.jp']);
  });

  it('know hiragana from katakana and full width from half', () => {
    expect(found('やまもと')).toEqual(['yamamoto@sample.jp']);
    expect(found('ＫＯＵ')).toEqual(['koubai@example.jp']);
  });

  it('never have oneself, and nothing before something is typed', () => {
    expect(found('info')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
