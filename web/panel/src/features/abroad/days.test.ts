// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { afterDay, before, dayBegins, lengthInDays, today } from './days';

it('a travel pass lasts from midnight to midnight in Japan', () => {
  expect(dayBegins('2026-11-25')).toBe('2026-11-24T15:00:00.000Z');
  expect(afterDay('2026-12-31')).toBe('2026-12-31T15:00:00.000Z');
  expect(before('2026-12-31T15:00:00.000Z')).toBe('2026-12-31T14:59:59.999Z');
});

it('both days count', () => {
  expect(lengthInDays('2026-11-25', '2026-11-25')).toBe(1);
  expect(lengthInDays('2026-11-25', '2026-12-04')).toBe(10);
});

it('today is what the calendar in Japan says', () => {
  expect(today(new Date('2026-11-24T15:00:00Z'))).toBe('2026-11-25');
});
