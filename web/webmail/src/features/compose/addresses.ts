// SPDX-License-Identifier: Apache-2.0
import type { Address } from '../../jmap';

/** What stood in a field of recipients: addresses, and the texts that are none. */
export interface Read {
  readonly addresses: readonly Address[];
  readonly wrong: readonly string[];
}

// The server decides what an address is; here only what has no chance is stopped. Mobile carriers of Japan have given out local parts such as
// `a..b` and `a.`, which RFC 5321 does not know and which get mail every day.
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)*$/;
const QUOTED = /^"(\\.|[^"\\])+"@[^\s@<>(),;:"[\]\\]+$/;
const NAMED = /^(.*?)\s*[<＜]([^<>＜＞]+)[>＞]$/s;

export function isAddress(text: string): boolean {
  return text.length <= 320 && (ADDRESS.test(text) || QUOTED.test(text));
}

/** Reads `名前 <a@b.example>, c@d.example`, also with Japanese commas, semicolons or lines between. */
export function readAddresses(text: string): Read {
  const addresses: Address[] = [];
  const wrong: string[] = [];
  for (const piece of split(text)) {
    const named = NAMED.exec(piece);
    const email = narrowed(named?.[2] ?? piece);
    if (isAddress(email)) {
      addresses.push({ name: bare(named?.[1] ?? '') || null, email });
    } else if (!spaced(piece, addresses)) {
      wrong.push(piece);
    }
  }
  return { addresses, wrong };
}

/** Several addresses with nothing but spaces between, as they come out of tables. */
function spaced(piece: string, addresses: Address[]): boolean {
  const words = piece.split(/\s+/).map(narrowed);
  if (words.length < 2 || !words.every(isAddress)) {
    return false;
  }
  addresses.push(...words.map((email) => ({ name: null, email })));
  return true;
}

/** Written with the full-width letters of a Japanese keyboard it is the same address. */
function narrowed(text: string): string {
  return text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function bare(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1');
}

function split(text: string): readonly string[] {
  const pieces = text.match(/(?:"(?:\\.|[^"\\])*"|[^,;、，；\n"]|"(?=[^"]*$))+/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Without those whose address is there already. */
export function distinct(addresses: readonly Address[], before: readonly Address[] = []): readonly Address[] {
  const seen = new Set(before.map(({ email }) => email.toLowerCase()));
  return addresses.filter(({ email }) => {
    const fresh = !seen.has(email.toLowerCase());
    seen.add(email.toLowerCase());
    return fresh;
  });
}
