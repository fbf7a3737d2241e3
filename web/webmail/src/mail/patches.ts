// SPDX-License-Identifier: Apache-2.0
import type { EmailRow, Id, Patch } from '../jmap';

export type Patches = ReadonlyMap<Id, Patch>;

function each(rows: readonly EmailRow[], patch: Patch): Patches {
  return new Map(rows.map((row) => [row.id, patch]));
}

export function withKeyword(rows: readonly EmailRow[], keyword: string, on: boolean): Patches {
  return each(rows, { [`keywords/${keyword}`]: on || null });
}

/** Into one mailbox and out of all others. */
export function into(rows: readonly EmailRow[], mailbox: Id): Patches {
  return each(rows, { mailboxIds: { [mailbox]: true } });
}

/** To Junk or out of it, saying that it is so, from which the filter learns. */
export function judged(rows: readonly EmailRow[], mailbox: Id, junk: boolean): Patches {
  return each(rows, {
    mailboxIds: { [mailbox]: true },
    'keywords/$junk': junk || null,
    'keywords/$notjunk': !junk || null,
  });
}

/** What takes `patches` back, given the rows as they were before; touches nothing else. */
export function inverse(rows: readonly EmailRow[], patches: Patches): Patches {
  return new Map(rows.map((row) => [row.id, taken(row, patches.get(row.id) ?? {})]));
}

function taken(row: EmailRow, patch: Patch): Patch {
  return Object.fromEntries(
    Object.keys(patch).map((path) => {
      const [property, key] = path.split('/', 2);
      const before = property === 'keywords' ? row.keywords : row.mailboxIds;
      return [path, key === undefined ? before : (before[key] ?? null)];
    }),
  );
}
