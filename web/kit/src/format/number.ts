// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../i18n';

const grouping = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Half-width digits with thousands commas, in both languages: `1,284`. */
export function number(value: number): string {
  return grouping.format(value);
}

/** The counters of Japanese: 通 messages, 件 things, 回 attempts, か国 countries, か所 places. */
export type Counter = 'message' | 'thing' | 'attempt' | 'country' | 'place';

const words: Record<Counter, { ja: string; one: string; other: string }> = {
  message: { ja: '通', one: 'message', other: 'messages' },
  thing: { ja: '件', one: 'item', other: 'items' },
  attempt: { ja: '回', one: 'attempt', other: 'attempts' },
  country: { ja: 'か国', one: 'country', other: 'countries' },
  place: { ja: 'か所', one: 'place', other: 'places' },
};

/** `1,284通`, `1,284 messages`. */
export function count(value: number, counter: Counter, language: Language): string {
  if (language === 'ja') {
    return number(value) + words[counter].ja;
  }
  return `${number(value)} ${words[counter][value === 1 ? 'one' : 'other']}`;
}

/** `97%` of a share between 0 and 1; what is not quite full never says 100%, what is not quite empty never 0%. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) {
    return '99%';
  }
  return whole === 0 && share > 0 ? '1%' : `${number(whole)}%`;
}
