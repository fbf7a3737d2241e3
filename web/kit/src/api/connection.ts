// SPDX-License-Identifier: Apache-2.0

type Listener = () => void;

/** Whether the server answers, and whether it still knows who we are. Read by the frame, written by every call. */
class Connection {
  #up = true;
  readonly #listeners = new Set<Listener>();
  readonly #expiry = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly isUp = (): boolean => this.#up;

  set(up: boolean): void {
    if (up !== this.#up) {
      this.#up = up;
      for (const listener of this.#listeners) {
        listener();
      }
    }
  }

  /** Calls `listener` whenever an answer is 401. */
  onExpiry(listener: Listener): Listener {
    this.#expiry.add(listener);
    return () => this.#expiry.delete(listener);
  }

  unauthorised(): void {
    for (const listener of this.#expiry) {
      listener();
    }
  }
}

export const connection = new Connection();
