// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { beginOf, dayOf, endOf, lastDayBefore } from './days';

describe('days in Japan', () => {
  it('begin and end at midnight there', () => {
    expect(beginOf('2026-12-29')).toBe('2026-12-28T15:00:00.000Z');
    expect(endOf('2027-01-04')).toBe('2027-01-04T15:00:00.000Z');
    expect(beginOf('')).toBeNull();
    expect(endOf('')).toBeNull();
  });

  it('are read back as they were written', () => {
    expect(dayOf(beginOf('2026-12-29'))).toBe('2026-12-29');
    expect(lastDayBefore(endOf('2027-01-04'))).toBe('2027-01-04');
    expect(dayOf(null)).toBe('');
    expect(lastDayBefore(null)).toBe('');
  });
});
