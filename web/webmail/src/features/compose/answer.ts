// SPDX-License-Identifier: Apache-2.0
import type { Address, Email, Identity } from '../../jmap';
import { distinct } from './addresses';
import type { Content } from './content';

/** What mail programs of the world put before the subject of an answer or of what they pass on, and lists within brackets leave alone. */
const PREFIXES = /^(\s*(re|fwd?|aw|wg|sv|vs|tr|rv|antw|返信|転送|回复|转发)(\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*)+/i;

/** `Re: ` or `Fwd: ` before a subject, once, whatever stands there already. */
export function prefixed(prefix: 'Re' | 'Fwd', subject: string | null): string {
  const bare = (subject ?? '').replace(PREFIXES, '').trim();
  return `${prefix}: ${bare}`;
}

/** To whom an answer goes: without oneself, unless one answers oneself. */
export function answerTo(email: Email, own: readonly string[], all: boolean): Pick<Content, 'to' | 'cc'> {
  const mine = new Set(own.map((address) => address.toLowerCase()));
  const isMine = (each: Address) => mine.has(each.email.toLowerCase());
  const others = (list: readonly Address[] | null) => (list ?? []).filter((each) => !isMine(each));
  const author = email.replyTo?.length ? email.replyTo : (email.from ?? []);
  // What one wrote oneself is gone on with: to those it went to.
  const fromMe = author.length > 0 && author.every(isMine);
  const to = distinct(fromMe ? (email.to ?? []) : author);
  if (!all) {
    return { to, cc: [] };
  }
  const rest = [...(fromMe ? [] : others(email.to)), ...others(email.cc)];
  return { to, cc: distinct(rest, to) };
}

/** Ids that References has at most: the first ones and the last, as RFC 5322 readers need them, in a field that every server takes. */
const MOST_REFERENCES = 50;

/** What a message that answers `email` says of the thread (RFC 5322 §3.6.4). */
export function threading(email: Email): Pick<Content, 'inReplyTo' | 'references'> {
  const parents = email.references?.length ? email.references : email.inReplyTo?.length === 1 ? email.inReplyTo : [];
  const all = [...new Set([...parents, ...(email.messageId ?? [])])];
  const references = all.length > MOST_REFERENCES ? [all[0] ?? '', ...all.slice(1 - MOST_REFERENCES)] : all;
  return { inReplyTo: email.messageId, references: references.length > 0 ? references : null };
}

/** As whom to answer: as the one whom the email was written to. */
export function answerAs(email: Email, identities: readonly Identity[]): Identity | undefined {
  const named = [...(email.to ?? []), ...(email.cc ?? []), ...(email.from ?? [])].map((each) =>
    each.email.toLowerCase(),
  );
  return identities.find((identity) => named.includes(identity.email.toLowerCase())) ?? identities[0];
}
