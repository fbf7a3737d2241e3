// SPDX-License-Identifier: Apache-2.0
import type { Book } from './book';

/** Hosts at which many people have mail, and for which slips are registered by those who wait for them. */
const COMMON = [
  'gmail.com',
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'yahoo.co.jp',
  'ymobile.ne.jp',
  'icloud.com',
  'outlook.jp',
  'outlook.com',
  'hotmail.co.jp',
  'nifty.com',
  'biglobe.ne.jp',
];

/** An address that one probably meant instead: it looks much the same, and one has written to it. Undefined for those one knows. */
export function lookAlike(email: string, book: Book): string | undefined {
  const address = email.toLowerCase();
  if (book.has(address)) {
    return undefined;
  }
  const at = address.lastIndexOf('@');
  const [local, host] = [address.slice(0, at), address.slice(at + 1)];
  for (const known of book.keys()) {
    const end = known.lastIndexOf('@');
    const [otherLocal, otherHost] = [known.slice(0, end), known.slice(end + 1)];
    const sameHost = host === otherHost;
    const near = sameHost ? alike(local, otherLocal) && local.length > 4 : alike(host, otherHost);
    if (near && (sameHost || local === otherLocal || !knowsHost(book, host))) {
      return sameHost || local === otherLocal ? known : `${local}@${otherHost}`;
    }
  }
  const common = COMMON.find((each) => each !== host && alike(host, each));
  return common !== undefined && !COMMON.includes(host) && !knowsHost(book, host) ? `${local}@${common}` : undefined;
}

function knowsHost(book: Book, host: string): boolean {
  return [...book.keys()].some((known) => known.endsWith(`@${host}`));
}

/** Differs by one letter, by two that changed places, or only for machines. */
function alike(one: string, other: string): boolean {
  return one !== other && (skeleton(one) === skeleton(other) || oneSlip(one, other));
}

function skeleton(text: string): string {
  return text
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[1il|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's');
}

function oneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || long.length < 5) {
    return false;
  }
  let at = 0;
  while (at < short.length && short[at] === long[at]) {
    at++;
  }
  if (long.length > short.length) {
    return short.slice(at) === long.slice(at + 1);
  }
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  // A figure in place of another is another host of the same house, not a slip.
  const figures = /\d/.test(short[at] ?? '') && /\d/.test(long[at] ?? '');
  return (
    !figures && (short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2)))
  );
}
