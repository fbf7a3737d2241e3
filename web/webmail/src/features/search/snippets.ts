// SPDX-License-Identifier: Apache-2.0
import type { EmailFilter, Id, Snippet } from '../../jmap';
import { Observed } from '../../mail/observed';
import type { MailStore } from '../../mail/store';
import { getSnippets } from './api/getSnippets';

/** The snippets of one search, asked for where somebody looks. */
export class Snippets extends Observed {
  readonly #store: MailStore;
  readonly #filter: EmailFilter;
  readonly #known = new Map<Id, Snippet | undefined>();

  constructor(store: MailStore, filter: EmailFilter) {
    super();
    this.#store = store;
    this.#filter = filter;
  }

  get(id: Id): Snippet | undefined {
    return this.#known.get(id);
  }

  ensure(ids: readonly Id[]): void {
    const wanted = ids.filter((id) => !this.#known.has(id));
    if (wanted.length === 0) {
      return;
    }
    for (const id of wanted) {
      this.#known.set(id, undefined);
    }
    // A list without marks is better than none.
    getSnippets(this.#store, this.#filter, wanted).then(
      (list) => {
        for (const snippet of list) {
          this.#known.set(snippet.emailId, snippet);
        }
        this.changed();
      },
      () => undefined,
    );
  }
}
