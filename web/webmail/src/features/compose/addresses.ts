// SPDX-License-Identifier: Apache-2.0
import type { Address } from '../../jmap';

/** What stood in a field of recipients: addresses, and the first text that is none. */
export interface Read {
  readonly addresses: readonly Address[];
  readonly wrong: string | undefined;
}

// The server decides what an address is; here only what has no chance is stopped.
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
const NAMED = /^(.*?)\s*<([^<>]+)>$/;

/** Reads `名前 <a@b.example>, c@d.example`; also with Japanese commas and semicolons between. */
export function readAddresses(text: string): Read {
  const addresses: Address[] = [];
  let wrong: string | undefined;
  for (const piece of split(text)) {
    const named = NAMED.exec(piece);
    const email = (named?.[2] ?? piece).trim();
    if (ADDRESS.test(email)) {
      addresses.push({ name: named?.[1]?.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') || null, email });
    } else {
      wrong ??= piece;
    }
  }
  return { addresses, wrong };
}

function split(text: string): readonly string[] {
  const pieces = text.match(/(?:"(?:\\.|[^"\\])*"|[^,;、，；\n"])+/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
