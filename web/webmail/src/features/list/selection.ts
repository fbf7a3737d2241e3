// SPDX-License-Identifier: Apache-2.0
import type { Id } from '../../jmap';
import { Observed } from '../../mail/observed';

export interface Chosen {
  /** The place of the keyboard in the list. */
  readonly cursor: number;
  /** Where a range began. */
  readonly anchor: number;
  readonly ids: ReadonlySet<Id>;
}

/** Where the keyboard is in a list, and what is ticked. */
export class Selection extends Observed {
  #chosen: Chosen = { cursor: 0, anchor: 0, ids: new Set() };

  readonly current = (): Chosen => this.#chosen;

  moveTo(cursor: number): void {
    this.#set({ ...this.#chosen, cursor, anchor: cursor });
  }

  toggle(id: Id, at: number): void {
    const ids = new Set(this.#chosen.ids);
    if (!ids.delete(id)) {
      ids.add(id);
    }
    this.#set({ cursor: at, anchor: at, ids });
  }

  /** Ticks what lies between the anchor and `cursor`. */
  extendTo(cursor: number, idAt: (index: number) => Id | undefined): void {
    const { anchor } = this.#chosen;
    const ids = new Set(this.#chosen.ids);
    for (let index = Math.min(anchor, cursor); index <= Math.max(anchor, cursor); index++) {
      const id = idAt(index);
      if (id !== undefined) {
        ids.add(id);
      }
    }
    this.#set({ cursor, anchor, ids });
  }

  choose(ids: Iterable<Id>): void {
    this.#set({ ...this.#chosen, ids: new Set(ids) });
  }

  clear(): void {
    if (this.#chosen.ids.size > 0) {
      this.choose([]);
    }
  }

  #set(chosen: Chosen): void {
    this.#chosen = chosen;
    this.changed();
  }
}
