// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { localOf, utcOf } from './moments';

it('a moment goes through a field unchanged', () => {
  expect(utcOf(localOf('2026-12-28T09:30:00Z'))).toBe('2026-12-28T09:30:00Z');
});

it('none is an empty field, and an unfinished field is none', () => {
  expect(localOf(null)).toBe('');
  expect([utcOf(''), utcOf('soon')]).toEqual([null, null]);
});
