// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { distinct, isAddress, readAddresses } from './addresses';

const emails = (text: string) => readAddresses(text).addresses.map(({ email }) => email);

describe('what is typed or pasted as recipients', () => {
  it('is cut at commas, semicolons and lines, Japanese ones too', () => {
    expect(emails('a@b.example, c@d.example;e@f.example、g@h.example，i@j.example\nk@l.example')).toHaveLength(6);
  });

  it('may have names, with commas in quotation marks', () => {
    expect(readAddresses('"山田, 太郎" <yamada@example.jp>, Hanako <h@example.jp>').addresses).toEqual([
      { name: '山田, 太郎', email: 'yamada@example.jp' },
      { name: 'Hanako', email: 'h@example.jp' },
    ]);
  });

  it('may come out of a table, with spaces between', () => {
    expect(emails('a@b.example c@d.example\te@f.example')).toHaveLength(3);
  });

  it('may be written with full-width letters or be a link', () => {
    expect(emails('ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｊｐ')).toEqual(['yamada@example.jp']);
    expect(emails('mailto:a@b.example')).toEqual(['a@b.example']);
  });

  it('is said to be wrong piece by piece', () => {
    expect(readAddresses('yamada, a@b.example, @c').wrong).toEqual(['yamada', '@c']);
  });

  it('survives a quotation mark that is not closed', () => {
    expect(emails('a@b.example, "c@d.example')).toEqual(['a@b.example']);
  });

  it('may be thousands at once', () => {
    expect(emails(Array.from({ length: 5_000 }, (_, at) => `u${at}@example.jp`).join(', '))).toHaveLength(5_000);
  });
});

it.each([
  'a..b@docomo.ne.jp',
  'a.@docomo.ne.jp',
  '.a@ezweb.ne.jp',
  '-a-@softbank.ne.jp',
  '"a b"@example.jp',
  'あ@例え.jp',
])('%s is an address that gets mail', (address) => expect(isAddress(address)).toBe(true));

it.each(['a', 'a@', '@b', 'a b@c', 'a@b@c', 'a@b..c', 'a@b,c', '<a@b>'])('%s is none', (text) =>
  expect(isAddress(text)).toBe(false),
);

it('an address is there once, whatever its case', () => {
  const [one, other] = [
    { name: null, email: 'A@b.example' },
    { name: 'x', email: 'a@B.example' },
  ];
  expect(distinct([one, other])).toEqual([one]);
  expect(distinct([one], [other])).toEqual([]);
});
