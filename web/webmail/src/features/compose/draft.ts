// SPDX-License-Identifier: Apache-2.0
import type { Address, Email, Id } from '../../jmap';

/** A message as it is written. */
export interface Draft {
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: readonly string[] | null;
  readonly references: readonly string[] | null;
  /** The email that this one answers or passes on, and the keyword that it gets for it. */
  readonly answers?: { readonly id: Id; readonly keyword: '$answered' | '$forwarded' };
}

export const EMPTY: Draft = { to: [], cc: [], subject: '', text: '', inReplyTo: null, references: null };

/** `Re: ` before a subject that does not have it. */
export function prefixed(prefix: 'Re' | 'Fwd', subject: string | null): string {
  const bare = (subject ?? '').replace(/^(\s*(re|fwd?|fw)\s*[:：]\s*)+/i, '').trim();
  return `${prefix}: ${bare}`;
}

/** To whom an answer goes: without oneself, unless one answers oneself. */
export function answerTo(email: Email, own: readonly string[], all: boolean): Pick<Draft, 'to' | 'cc'> {
  const mine = new Set(own.map((address) => address.toLowerCase()));
  const others = (list: readonly Address[] | null) =>
    (list ?? []).filter((each) => !mine.has(each.email.toLowerCase()));
  const author = email.replyTo?.length ? email.replyTo : (email.from ?? []);
  const fromMe = author.every((each) => mine.has(each.email.toLowerCase()));
  const to = fromMe ? (email.to ?? []) : author;
  if (!all) {
    return { to, cc: [] };
  }
  const known = new Set(to.map((each) => each.email.toLowerCase()));
  const rest = [...(fromMe ? [] : others(email.to)), ...others(email.cc)];
  return { to, cc: rest.filter((each) => !known.has(each.email.toLowerCase())) };
}

/** What a message that answers `email` says of the thread (RFC 5322 §3.6.4). */
export function threading(email: Email): Pick<Draft, 'inReplyTo' | 'references'> {
  const before = email.references ?? email.inReplyTo ?? [];
  return { inReplyTo: email.messageId, references: [...before, ...(email.messageId ?? [])] };
}

export function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}
