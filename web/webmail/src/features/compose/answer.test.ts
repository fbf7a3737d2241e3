// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Email, Identity } from '../../jmap';
import { answerAs, answerTo, prefixed, threading } from './answer';

const at = (...emails: string[]) => emails.map((email) => ({ name: null, email }));
const email = (parts: Partial<Email>) => parts as Email;
const OWN = ['info@example.jp', 'Eigyo@example.jp'];

describe('the subject', () => {
  it.each([
    ['Re', '見積書', 'Re: 見積書'],
    ['Re', 'Re: RE: Re[2]: 見積書', 'Re: 見積書'],
    ['Re', '返信：見積書', 'Re: 見積書'],
    ['Fwd', 'FW: Fwd: AW: 見積書', 'Fwd: 見積書'],
    ['Re', 'Report: 11月', 'Re: Report: 11月'],
    ['Re', '[list] Re: x', 'Re: [list] Re: x'],
  ] as const)('%s of %s is %s', (prefix, subject, expected) => expect(prefixed(prefix, subject)).toBe(expected));

  it('may be missing', () => expect(prefixed('Re', null)).toBe('Re: '));
});

describe('an answer', () => {
  const original = email({
    from: at('a@example.com'),
    to: at('INFO@example.jp', 'b@example.com'),
    cc: at('c@example.com', 'eigyo@example.jp', 'B@example.com'),
  });

  it('goes to the author', () => expect(answerTo(original, OWN, false)).toEqual({ to: at('a@example.com'), cc: [] }));

  it('to all goes to everybody once and not to oneself', () =>
    expect(answerTo(original, OWN, true)).toEqual({
      to: at('a@example.com'),
      cc: at('b@example.com', 'c@example.com'),
    }));

  it('goes where the author wants it', () =>
    expect(answerTo({ ...original, replyTo: at('list@example.com') }, OWN, false).to).toEqual(at('list@example.com')));

  it('to what one wrote oneself goes to the same people again', () => {
    const sent = email({ from: at('info@example.jp'), to: at('a@example.com'), cc: at('b@example.com') });
    expect(answerTo(sent, OWN, true)).toEqual({ to: at('a@example.com'), cc: at('b@example.com') });
  });

  it('is written as the one who was written to', () => {
    const identities = [{ email: 'info@example.jp' }, { email: 'eigyo@example.jp' }] as Identity[];
    expect(answerAs(email({ to: at('x@example.com'), cc: at('Eigyo@example.jp') }), identities)).toBe(identities[1]);
    expect(answerAs(email({ to: at('x@example.com') }), identities)).toBe(identities[0]);
  });
});

describe('the thread', () => {
  it('has the references of the original and the original', () =>
    expect(threading(email({ messageId: ['3@x'], inReplyTo: ['2@x'], references: ['1@x', '2@x'] }))).toEqual({
      inReplyTo: ['3@x'],
      references: ['1@x', '2@x', '3@x'],
    }));

  it('takes In-Reply-To where there are no references, and only if it is one', () => {
    expect(threading(email({ messageId: ['3@x'], inReplyTo: ['2@x'], references: null })).references).toEqual([
      '2@x',
      '3@x',
    ]);
    expect(threading(email({ messageId: ['3@x'], inReplyTo: ['1@x', '2@x'], references: null })).references).toEqual([
      '3@x',
    ]);
  });

  it('never grows beyond what a field can hold, and keeps its first and its last', () => {
    const references = Array.from({ length: 300 }, (_, id) => `${id}@x`);
    const made = threading(email({ messageId: ['300@x'], inReplyTo: null, references })).references ?? [];
    expect(made).toHaveLength(50);
    expect([made[0], made[49]]).toEqual(['0@x', '300@x']);
  });

  it('is nothing where the original has no id', () =>
    expect(threading(email({ messageId: null, inReplyTo: null, references: null })).references).toBeNull());
});
