// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Mailbox } from '../../jmap';
import { parseSearch } from './query';
import { markedOf } from './snippet';

const boxes = [
  { id: 'm1', role: 'trash', name: 'Trash' },
  { id: 'm2', role: null, name: '採用' },
] as unknown as readonly Mailbox[];

const parse = (text: string) => parseSearch(text, boxes, (mailbox) => mailbox.name);

describe('a search', () => {
  it.each([
    ['見積', { text: '見積' }],
    ['"見積 書"', { text: '見積 書' }],
    ['from:taro@a.example', { from: 'taro@a.example' }],
    ['差出人：佐藤', { from: '佐藤' }],
    ['件名:"12月 分"', { subject: '12月 分' }],
    ['has:attachment', { hasAttachment: true }],
    ['添付:あり', { hasAttachment: true }],
    ['is:unread', { notKeyword: '$seen' }],
    ['状態:スター', { hasKeyword: '$flagged' }],
    ['before:2026-11-30', { before: '2026-11-29T15:00:00Z' }],
    ['以後:2026/1/5', { after: '2026-01-04T15:00:00Z' }],
    ['larger:5M', { minSize: 5_242_880 }],
    ['以下:1.5k', { maxSize: 1536 }],
    ['-広告', { operator: 'NOT', conditions: [{ text: '広告' }] }],
    ['https://a.example/', { text: 'https://a.example/' }],
    ['before:昨日', { text: 'before:昨日' }],
  ])('%s', (text, filter) => {
    expect(parse(text).filter).toEqual(filter);
  });

  it('wants all of its words', () => {
    expect(parse('見積 from:taro').filter).toEqual({
      operator: 'AND',
      conditions: [{ text: '見積' }, { from: 'taro' }],
    });
  });

  it('looks into Junk and Trash only when it says so', () => {
    expect(parse('見積').everywhere).toBe(false);
    expect(parse('見積 in:anywhere').everywhere).toBe(true);
    expect(parse('in:採用')).toEqual({ filter: { inMailbox: 'm2' }, everywhere: true });
    expect(parse('フォルダー:trash')).toEqual({ filter: { inMailbox: 'm1' }, everywhere: true });
  });
});

it('a snippet has marks, and nothing else that it holds is markup', () => {
  expect(markedOf('a &lt;b&gt; <mark>見積</mark>書 <img src=x onerror=1>')).toEqual([
    { text: 'a <b> ', found: false },
    { text: '見積', found: true },
    { text: '書 <img src=x onerror=1>', found: false },
  ]);
});
