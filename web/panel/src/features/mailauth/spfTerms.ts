// SPDX-License-Identifier: Apache-2.0
import type { Say, Term } from '@fumibako/kit';
import type { ja } from './ja';

const GOOGLE = '_spf.google.com';

/** What `all` means with each sign before it. */
const ALL = { '~': 'term-softfail', '-': 'term-fail', '?': 'term-neutral', '+': 'term-pass' } as const;

/** The words of an SPF record, and what each says. */
export function spfTerms(record: string, say: Say<typeof ja>): Term[] {
  return record
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => ({ text, meaning: meaning(text, say) }));
}

function meaning(text: string, say: Say<typeof ja>): string {
  if (/^v=spf1$/i.test(text)) {
    return say('term-version');
  }
  const [, sign = '+', name = '', value = ''] = /^([+~?-])?([a-z0-9]+)[:=]?(.*)$/i.exec(text) ?? [];
  switch (name.toLowerCase()) {
    case 'all':
      return say(ALL[sign as keyof typeof ALL]);
    case 'mx':
      return say('term-mx');
    case 'a':
      return value === '' ? say('term-a-self') : say('term-a', { value });
    case 'ip4':
    case 'ip6':
      return say('term-ip', { value });
    case 'include':
      return value === GOOGLE ? say('term-google') : say('term-include', { value });
    case 'redirect':
      return say('term-redirect', { value });
    case 'exists':
      return say('term-exists', { value });
    default:
      return say('term-other');
  }
}

/** The terms after a change to "also from Gmail": its own is marked as added, before what is said of all others. */
export function withGmail(terms: readonly Term[], say: Say<typeof ja>): Term[] {
  const text = `include:${GOOGLE}`;
  if (terms.some((term) => term.text === text)) {
    return [...terms];
  }
  const last = terms.findIndex((term) => /^[+~?-]?all$/i.test(term.text));
  const at = last < 0 ? terms.length : last;
  return [...terms.slice(0, at), { text, meaning: say('term-google'), added: true }, ...terms.slice(at)];
}
