// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { count, number, percent } from './number';
import { MEGABYTE, megabytes, size, usage } from './size';
import { date, exactTime, fullTime, range, shortTime } from './time';

describe('numbers', () => {
  it('have thousands commas and the counter of the thing', () => {
    expect(number(20000)).toBe('20,000');
    expect(count(1284, 'message', 'ja')).toBe('1,284通');
    expect(count(1284, 'message', 'en')).toBe('1,284 messages');
    expect(count(1, 'country', 'en')).toBe('1 country');
  });

  it('say full only of what is full and empty only of what is empty', () => {
    expect(percent(0.97)).toBe('97%');
    expect(percent(0.999)).toBe('99%');
    expect(percent(1)).toBe('100%');
    expect(percent(0.001)).toBe('1%');
    expect(percent(0)).toBe('0%');
  });
});

describe('sizes', () => {
  it('change the unit at 1 MB and at 1,000 MB', () => {
    expect(size(412 * 1024, 'ja')).toBe('412KB');
    expect(size(MEGABYTE - 1, 'ja')).toBe('1,024KB');
    expect(size(31 * MEGABYTE, 'en')).toBe('31 MB');
    expect(size(21900 * MEGABYTE, 'ja')).toBe('21.9GB');
    expect(size(200_000 * MEGABYTE, 'ja')).toBe('200GB');
    expect(size(0, 'ja')).toBe('0KB');
  });

  it('stay in megabytes where a quota is meant', () => {
    expect(megabytes(20000, 'ja')).toBe('20,000MB');
    expect(usage(1940, 2000, 'ja')).toBe('1,940 / 2,000MB');
    expect(usage(1940, 2000, 'en')).toBe('1,940 of 2,000 MB');
  });
});

describe('times', () => {
  const now = new Date('2026-11-25T03:00:00Z'); // 12:00 in Japan

  it('in lists name today and yesterday by the day in Japan', () => {
    expect(shortTime('2026-11-25T01:42:00Z', 'ja', now)).toBe('今日 10:42');
    expect(shortTime('2026-11-24T15:05:00Z', 'ja', now)).toBe('今日 00:05');
    expect(shortTime('2026-11-24T13:08:00Z', 'ja', now)).toBe('昨日 22:08');
    expect(shortTime('2026-11-23T06:30:00Z', 'ja', now)).toBe('11/23 15:30');
    expect(shortTime('2025-11-23T06:30:00Z', 'ja', now)).toBe('2025/11/23');
  });

  it('in lists in English', () => {
    expect(shortTime('2026-11-25T01:42:00Z', 'en', now)).toBe('Today, 10:42');
    expect(shortTime('2026-11-24T13:08:00Z', 'en', now)).toBe('Yesterday, 22:08');
    expect(shortTime('2026-11-23T06:30:00Z', 'en', now)).toBe('23 Nov, 15:30');
  });

  it('in evidence are whole, and English names the zone', () => {
    expect(fullTime('2026-11-25T02:06:09Z', 'ja')).toBe('2026年11月25日 11:06');
    expect(fullTime('2026-11-25T02:06:09Z', 'en')).toBe('25 Nov 2026, 11:06 JST');
    expect(exactTime('2026-11-25T02:06:09Z', 'ja')).toBe('2026年11月25日 11:06:09');
    expect(date('2026-11-24T15:00:00Z', 'en')).toBe('25 Nov 2026');
  });

  it('of a range name the month once when it is the same', () => {
    expect(range('2026-11-18T00:00:00Z', '2026-11-25T00:00:00Z', 'ja')).toBe('11月18日〜25日');
    expect(range('2026-11-30T00:00:00Z', '2026-12-02T00:00:00Z', 'ja')).toBe('11月30日〜12月2日');
    expect(range('2026-11-18T00:00:00Z', '2026-11-25T00:00:00Z', 'en')).toBe('18 Nov – 25 Nov');
  });
});
