// SPDX-License-Identifier: Apache-2.0

type Listener = () => void;

/** The name of the page that is open, which the header of a phone shows. */
class FrameTitle {
  #title = '';
  readonly #listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): string => this.#title;

  set(title: string): void {
    this.#title = title;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

export const frameTitle = new FrameTitle();
