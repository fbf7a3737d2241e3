// SPDX-License-Identifier: Apache-2.0

type Listener = () => void;

/** Something that says when it has changed. */
export class Observed {
  readonly #listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected changed(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}
