// SPDX-License-Identifier: Apache-2.0
import type { Address, EmailRow, Flags, Id, Patch, Thread } from '../jmap';
import { Observed } from './observed';

/** What is asked for of every email that a list shows. */
export const ROW_PROPERTIES = [
  'id',
  'blobId',
  'threadId',
  'mailboxIds',
  'keywords',
  'from',
  'to',
  'subject',
  'receivedAt',
  'size',
  'preview',
  'hasAttachment',
  'savedDates',
] as const;

const NONE: readonly Id[] = [];

/** A change that was made here and that the server has not confirmed yet. */
export interface Pending {
  readonly patches: ReadonlyMap<Id, Patch>;
}

/** Rows that are kept; beyond, what has not been used for longest is forgotten. A mailbox of 100,000 scrolled from end to end has more. */
const MOST_ROWS = 20_000;

/**
 * The emails that are known, as the server has them, with what was changed here laid over: so a change is seen at once, an answer that was
 * under way does not undo it for a moment, and taking it back needs no memory of what was before.
 */
export class Emails extends Observed {
  /** The state that all rows are at least as new as. */
  state = '';
  readonly #truth = new Map<Id, EmailRow>();
  readonly #shown = new Map<Id, EmailRow>();
  readonly #threads = new Map<Id, readonly Id[]>();
  readonly #pending = new Set<Pending>();

  get(id: Id): EmailRow | undefined {
    return this.#shown.get(id);
  }

  has(id: Id): boolean {
    return this.#truth.has(id);
  }

  /** The emails of a thread, oldest first; empty when it is not known. */
  thread(id: Id): readonly Id[] {
    return this.#threads.get(id) ?? NONE;
  }

  knowsThread(id: Id): boolean {
    return this.#threads.has(id);
  }

  /** Who wrote the emails that are known, each once. */
  people(): readonly Address[] {
    const found = new Map<string, Address>();
    for (const { from } of this.#shown.values()) {
      for (const person of from ?? []) {
        found.set(person.email.toLowerCase(), person);
      }
    }
    return [...found.values()];
  }

  /** Takes what the server says: whole rows, and those properties of known rows that change. */
  put(rows: readonly (Partial<EmailRow> & Pick<EmailRow, 'id'>)[], threads: readonly Thread[] = []): void {
    for (const row of rows) {
      const before = this.#truth.get(row.id);
      if (before || 'receivedAt' in row) {
        this.#truth.delete(row.id);
        this.#truth.set(row.id, { ...before, ...row } as EmailRow);
        this.#show(row.id);
      }
    }
    for (const thread of threads) {
      this.#threads.set(thread.id, thread.emailIds);
    }
    this.#forget();
    this.changed();
  }

  remove(ids: readonly Id[]): void {
    for (const id of ids) {
      const row = this.#truth.get(id);
      if (row) {
        const rest = this.thread(row.threadId).filter((other) => other !== id);
        this.#threads.set(row.threadId, rest);
        this.#truth.delete(id);
        this.#shown.delete(id);
      }
    }
    this.changed();
  }

  /** Lays a change over what the server has. */
  begin(pending: Pending): void {
    this.#pending.add(pending);
    this.#redraw(pending);
  }

  /** Takes it away again: the server has made it, or has not. */
  end(pending: Pending): void {
    this.#pending.delete(pending);
    this.#redraw(pending);
  }

  clear(): void {
    this.#truth.clear();
    this.#shown.clear();
    this.#threads.clear();
    this.state = '';
    this.changed();
  }

  #redraw(pending: Pending): void {
    for (const id of pending.patches.keys()) {
      this.#show(id);
    }
    this.changed();
  }

  #show(id: Id): void {
    let row = this.#truth.get(id);
    if (row) {
      for (const { patches } of this.#pending) {
        const patch = patches.get(id);
        row = patch ? patched(row, patch) : row;
      }
      this.#shown.set(id, row);
    }
  }

  #forget(): void {
    const surplus = this.#truth.size - MOST_ROWS;
    if (surplus > 0) {
      for (const id of [...this.#truth.keys()].slice(0, surplus)) {
        this.#truth.delete(id);
        this.#shown.delete(id);
      }
    }
  }
}

/** The row with the keywords and mailboxes of a PatchObject (`keywords/$seen`, `mailboxIds`, ...). */
export function patched(row: EmailRow, patch: Patch): EmailRow {
  let { keywords, mailboxIds } = row;
  for (const [path, value] of Object.entries(patch)) {
    const [property, key] = path.split('/', 2);
    if (property === 'keywords') {
      keywords = key === undefined ? (value as Flags) : flagged(keywords, key, value === true);
    } else if (property === 'mailboxIds') {
      mailboxIds = key === undefined ? (value as Flags) : flagged(mailboxIds, key, value === true);
    }
  }
  return { ...row, keywords, mailboxIds };
}

function flagged(flags: Flags, key: string, on: boolean): Flags {
  const { [key]: _, ...rest } = flags;
  return on ? { ...rest, [key]: true } : rest;
}
