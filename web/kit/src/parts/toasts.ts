// SPDX-License-Identifier: Apache-2.0

/** How long a toast stays, in ms; the pointer or the focus on it keeps it longer. */
export const TOAST_MS = 10_000;

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** The word on the button; "undo" when absent. */
  readonly label?: string;
  /** The button takes something back, whatever is written on it: `z` presses it, and says so. */
  readonly undo?: boolean;
  /** What the button does; without it there is no button. */
  readonly act?: () => Promise<unknown> | unknown;
  /** How long it stays, in ms; {@link TOAST_MS} when absent. */
  readonly ms?: number;
}

type Listener = () => void;

/** One toast at a time: the newest is the one that can be undone with `z`. */
class Toasts {
  #current: Toast | undefined;
  #next = 1;
  readonly #listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Toast | undefined => this.#current;

  show(toast: Omit<Toast, 'id'>): void {
    this.#set({ ...toast, id: this.#next++ });
  }

  hide(id: number): void {
    if (this.#current?.id === id) {
      this.#set(undefined);
    }
  }

  #set(toast: Toast | undefined): void {
    this.#current = toast;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

export const toasts = new Toasts();
