// SPDX-License-Identifier: Apache-2.0
import type { Comparator, EmailFilter, Id, QueryChanged, QueryDone } from '../jmap';
import { Observed } from './observed';

/** What a list asks for. */
export interface Query {
  readonly filter: EmailFilter;
  readonly sort: readonly Comparator[];
  readonly collapseThreads: boolean;
}

/** How a list stands; a new object after every change. */
export interface Standing {
  /** How many emails or threads there are; undefined before the first answer. */
  readonly total: number | undefined;
  readonly error: unknown;
}

/** Ids asked for at once. */
export const PAGE = 60;

/**
 * The ids that a query finds, as far as they are known: an array with holes, filled where somebody looks. Kept true by queryChanges
 * (RFC 8620 §5.6) without asking for the rest.
 */
export class Listing extends Observed {
  readonly query: Query;
  /** Empty before the first answer. */
  state = '';
  #ids: (Id | undefined)[] = [];
  #standing: Standing = { total: undefined, error: undefined };

  constructor(query: Query) {
    super();
    this.query = query;
  }

  readonly standing = (): Standing => this.#standing;

  at(index: number): Id | undefined {
    return this.#ids[index];
  }

  /** Where an id is, -1 when it is not among the known. */
  indexOf(id: Id): number {
    return this.#ids.indexOf(id);
  }

  /** All ids that are known, in their order. */
  known(): readonly Id[] {
    return this.#ids.filter((id) => id !== undefined);
  }

  /** Pages of which something between `from` and `to` is not known. */
  missing(from: number, to: number): readonly number[] {
    const pages: number[] = [];
    const end = Math.min(to, this.#standing.total ?? PAGE);
    for (let page = Math.floor(from / PAGE); page * PAGE < end; page++) {
      const last = Math.min((page + 1) * PAGE, end);
      for (let index = Math.max(from, page * PAGE); index < last; index++) {
        if (this.#ids[index] === undefined) {
          pages.push(page);
          break;
        }
      }
    }
    return pages;
  }

  /** Takes a page. One of another state than the rest leaves nothing of the rest, since its places may have shifted. */
  fill(page: QueryDone): void {
    if (page.queryState !== this.state) {
      this.#ids = [];
      this.state = page.queryState;
    }
    page.ids.forEach((id, at) => {
      this.#ids[page.position + at] = id;
    });
    this.#stand(page.total ?? this.#standing.total ?? page.ids.length);
  }

  /** Takes what has changed. Returns false when it is about another state than ours, and nothing was done. */
  apply(change: QueryChanged): boolean {
    if (change.oldQueryState !== this.state) {
      return false;
    }
    const removed = new Set(change.removed);
    const whole = without(this.#ids, removed);
    const before = this.#standing.total ?? whole.length;
    const gone = this.#ids.length - whole.length;
    const total = change.total ?? before - gone + change.added.length;
    // More went than we knew the places of: what stands behind the first hole may have moved.
    this.#ids = before - gone + change.added.length === total ? whole : upToHole(whole);
    for (const { id, index } of [...change.added].sort((one, other) => one.index - other.index)) {
      insert(this.#ids, index, id);
    }
    this.#ids.length = Math.min(this.#ids.length, total);
    this.state = change.newQueryState;
    this.#stand(total);
    return true;
  }

  /** Takes ids out before the server has answered. */
  hide(ids: Iterable<Id>): void {
    const going = new Set([...ids].filter((id) => this.#ids.includes(id)));
    if (going.size > 0) {
      this.#ids = without(this.#ids, going);
      this.#stand((this.#standing.total ?? going.size) - going.size);
    }
  }

  /** Forgets everything; what is looked at will be asked for again. */
  reset(): void {
    this.#ids = [];
    this.state = '';
    this.#standing = { ...this.#standing, error: undefined };
    this.changed();
  }

  fail(error: unknown): void {
    this.#standing = { ...this.#standing, error };
    this.changed();
  }

  #stand(total: number): void {
    this.#standing = { total, error: undefined };
    this.changed();
  }
}

/** The array without some ids; its holes stay holes. */
function without(ids: readonly (Id | undefined)[], going: ReadonlySet<Id>): (Id | undefined)[] {
  const rest: (Id | undefined)[] = [];
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index];
    if (id === undefined || !going.has(id)) {
      rest.push(id);
    }
  }
  return rest;
}

function upToHole(ids: readonly (Id | undefined)[]): (Id | undefined)[] {
  const hole = ids.indexOf(undefined);
  return hole < 0 ? [...ids] : ids.slice(0, hole);
}

function insert(ids: (Id | undefined)[], index: number, id: Id): void {
  if (index <= ids.length) {
    ids.splice(index, 0, id);
  } else {
    ids[index] = id;
  }
}
