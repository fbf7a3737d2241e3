// SPDX-License-Identifier: Apache-2.0
import type { Address } from '../../../jmap';
import type { Letters } from '../api/findPeople';

/** Somebody one has written to or heard from. */
export interface Person {
  readonly name: string | null;
  readonly email: string;
  /** How much they are wanted: letters to them count most. */
  readonly weight: number;
  /** One has written to them, so a letter to them is no slip. */
  readonly known: boolean;
}

/** People of past letters, by address in lower case. */
export type Book = ReadonlyMap<string, Person>;

const TO = 3;
const FROM = 1;

export function bookOf(letters: Letters, own: readonly string[]): Book {
  const book = new Map<string, Person>();
  const add = (address: Address, weight: number, known: boolean) => {
    const key = address.email.toLowerCase();
    const before = book.get(key);
    book.set(key, {
      name: before?.name ?? (address.name?.trim() || null),
      email: before?.email ?? address.email,
      weight: (before?.weight ?? 0) + weight,
      known: known || (before?.known ?? false),
    });
  };
  for (const address of letters.sentTo) {
    add(address, TO, true);
  }
  for (const address of letters.receivedFrom) {
    add(address, FROM, true);
  }
  for (const address of own) {
    book.delete(address.toLowerCase());
  }
  return book;
}

/** Those whose name or address has what was typed, the beginning of a word first, then those one writes to most. */
export function suggestions(book: Book, typed: string, most = 8): readonly Person[] {
  const wanted = folded(typed);
  if (wanted === '') {
    return [];
  }
  const found: { person: Person; rank: number }[] = [];
  for (const person of book.values()) {
    const name = folded(person.name ?? '');
    const email = folded(person.email);
    const at = Math.max(rank(name, wanted), rank(email, wanted));
    if (at > 0) {
      found.push({ person, rank: at });
    }
  }
  return found
    .sort((one, other) => other.rank - one.rank || other.person.weight - one.person.weight)
    .slice(0, most)
    .map(({ person }) => person);
}

function rank(text: string, wanted: string): number {
  const at = text.indexOf(wanted);
  return at < 0 ? 0 : at === 0 || /[\s.@_-]/.test(text[at - 1] ?? '') ? 2 : 1;
}

/** Full width, half width, hiragana, katakana and case are alike. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
