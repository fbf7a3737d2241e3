// SPDX-License-Identifier: Apache-2.0
import type { Say } from '@fumibako/kit';
import { expect, it } from 'vitest';
import type { ja } from './ja';
import { spfTerms, withGmail } from './spfTerms';

const say: Say<typeof ja> = (key, values) => (values ? `${key} ${values.value}` : key);

it('says what each term of a record means', () => {
  const record = 'v=spf1 +a:sv001.example.net a mx ip6:2001:db8::/32 include:_spf.google.com include:x.test ~all';
  expect(spfTerms(record, say).map((term) => term.meaning)).toEqual([
    'term-version',
    'term-a sv001.example.net',
    'term-a-self',
    'term-mx',
    'term-ip 2001:db8::/32',
    'term-google',
    'term-include x.test',
    'term-softfail',
  ]);
});

it('tells the four forms of all apart', () => {
  const meanings = ['~all', '-all', '?all', 'all'].map((text) => spfTerms(text, say)[0]?.meaning);
  expect(meanings).toEqual(['term-softfail', 'term-fail', 'term-neutral', 'term-pass']);
});

it('puts Gmail before what is said of all others, once', () => {
  const terms = withGmail(spfTerms('v=spf1 mx ~all', say), say);
  expect(terms.map((term) => term.text)).toEqual(['v=spf1', 'mx', 'include:_spf.google.com', '~all']);
  expect(terms.filter((term) => term.added)).toHaveLength(1);
  expect(withGmail(terms, say)).toHaveLength(4);
});
