// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { type Language, useLanguage } from '../i18n';
import { country } from './country';
import { type Counter, count, number, percent } from './number';
import { megabytes, size, usage } from './size';
import { date, dayOfMonth, exactTime, fullTime, range, shortTime } from './time';

function formats(language: Language) {
  return {
    number,
    percent,
    count: (value: number, counter: Counter) => count(value, counter, language),
    country: (code: string) => country(code, language),
    size: (octets: number) => size(octets, language),
    megabytes: (value: number) => megabytes(value, language),
    usage: (used: number, allowed: number) => usage(used, allowed, language),
    shortTime: (instant: string) => shortTime(instant, language),
    fullTime: (instant: string) => fullTime(instant, language),
    exactTime: (instant: string) => exactTime(instant, language),
    date: (instant: string) => date(instant, language),
    dayOfMonth: (instant: string) => dayOfMonth(instant, language),
    range: (from: string, to: string) => range(from, to, language),
  };
}

export type Formats = ReturnType<typeof formats>;

/** Numbers, sizes and times as the language of the page writes them. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formats(language), [language]);
}
