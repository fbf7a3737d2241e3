// SPDX-License-Identifier: Apache-2.0
import { Observed } from '../../mail/observed';

/** Whether the list of keys is open. */
class Sheet extends Observed {
  #open = false;

  readonly current = (): boolean => this.#open;

  set(open: boolean): void {
    this.#open = open;
    this.changed();
  }
}

export const sheet = new Sheet();
