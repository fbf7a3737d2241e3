// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { strength } from './strength';

it('asks for length and for different characters', () => {
  expect(strength('short1!')).toBe(0);
  expect(strength('aaaaaaaaaaaaaaaa')).toBe(0);
  expect(strength('kumo-no-ue')).toBe(1);
  expect(strength('あさがおにつるべとられて')).toBe(1);
  expect(strength('correct horse battery staple')).toBe(2);
});
