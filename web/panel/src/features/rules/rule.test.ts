// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isWhole, isWholeAction, moved, NEW_RULE } from './rule';

const rules = ['a', 'b', 'c'].map((name) => ({ ...NEW_RULE, name }));
const names = (from: number, to: number) => moved(rules, from, to).map((rule) => rule.name);

describe('rules', () => {
  it('change places, and stay within the list', () => {
    expect(names(0, 2)).toEqual(['b', 'c', 'a']);
    expect(names(2, 0)).toEqual(['c', 'a', 'b']);
    expect(names(0, -1)).toEqual(['a', 'b', 'c']);
    expect(names(2, 3)).toEqual(['a', 'b', 'c']);
  });

  it('are whole when nothing is missing', () => {
    const condition = { subject: 'subject', field: null, match: 'contains', text: '' } as const;
    expect(isWhole(condition)).toBe(false);
    expect(isWhole({ ...condition, match: 'is' })).toBe(true);
    expect(isWhole({ ...condition, subject: 'header', text: 'x' })).toBe(false);
    expect(isWholeAction({ what: 'move', mailbox: ' ', address: null })).toBe(false);
    expect(isWholeAction({ what: 'forward', mailbox: null, address: 'a@b.jp' })).toBe(true);
    expect(isWholeAction({ what: 'star', mailbox: null, address: null })).toBe(true);
  });
});
