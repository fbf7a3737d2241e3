// SPDX-License-Identifier: Apache-2.0
import type { Id, Mailbox, Role } from '../jmap';
import { Observed } from './observed';

/** The mailboxes of the account. */
export class Mailboxes extends Observed {
  state = '';
  #all: readonly Mailbox[] = [];

  /** Those with a use first, in the server's order, then by name. */
  readonly all = (): readonly Mailbox[] => this.#all;

  get(id: Id): Mailbox | undefined {
    return this.#all.find((mailbox) => mailbox.id === id);
  }

  withRole(role: Role): Mailbox | undefined {
    return this.#all.find((mailbox) => mailbox.role === role);
  }

  replace(list: readonly Mailbox[]): void {
    this.#all = sorted(list);
    this.changed();
  }

  /** Takes whole mailboxes and changed properties, and forgets those that are gone. */
  put(list: readonly (Partial<Mailbox> & Pick<Mailbox, 'id'>)[], destroyed: readonly Id[] = []): void {
    if (list.length === 0 && destroyed.length === 0) {
      return;
    }
    const byId = new Map(this.#all.map((mailbox) => [mailbox.id, mailbox]));
    for (const mailbox of list) {
      byId.set(mailbox.id, { ...byId.get(mailbox.id), ...mailbox } as Mailbox);
    }
    for (const id of destroyed) {
      byId.delete(id);
    }
    this.replace([...byId.values()]);
  }
}

const names = new Intl.Collator('ja', { numeric: true });

function sorted(list: readonly Mailbox[]): readonly Mailbox[] {
  return [...list].sort((one, other) => one.sortOrder - other.sortOrder || names.compare(one.name, other.name));
}
