// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { fieldOf, isRefused, suggestions, timeOf } from './scheduled';

it('suggests times that are still to come', () => {
  const on = (now: string) => suggestions(timeOf(now)).map(({ key, at }) => `${key} ${fieldOf(at)}`);
  expect(on('2026-12-01T09:00')).toEqual([
    'evening 2026-12-01T18:00',
    'tomorrow 2026-12-02T08:00',
    'monday 2026-12-07T08:00',
  ]);
  expect(on('2026-12-06T20:00')).toEqual(['tomorrow 2026-12-07T08:00']);
  expect(on('2026-12-07T17:30')).toEqual(['tomorrow 2026-12-08T08:00', 'monday 2026-12-14T08:00']);
  expect(on('2026-12-31T23:59')[0]).toBe('tomorrow 2027-01-01T08:00');
});

it('reads what the field says as the time of Japan', () => {
  expect(timeOf('2026-12-02T08:00').toISOString()).toBe('2026-12-01T23:00:00.000Z');
  expect(timeOf('').getTime()).toBeNaN();
});

it('tells what nobody took from what somebody took', () => {
  const status = (...all: string[]) =>
    Object.fromEntries(all.map((delivered, index) => [`${index}@example.test`, { delivered, smtpReply: '' }]));
  expect(isRefused({ undoStatus: 'final', deliveryStatus: status('no', 'no') })).toBe(true);
  expect(isRefused({ undoStatus: 'final', deliveryStatus: status('no', 'queued') })).toBe(false);
  expect(isRefused({ undoStatus: 'canceled', deliveryStatus: {} })).toBe(false);
  expect(isRefused({ undoStatus: 'pending', deliveryStatus: null })).toBe(false);
});
