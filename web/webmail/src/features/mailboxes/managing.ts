// SPDX-License-Identifier: Apache-2.0
import { Observed } from '../../mail/observed';

/** Whether the folders are being arranged. */
class Managing extends Observed {
  #on = false;

  readonly current = (): boolean => this.#on;

  set(on: boolean): void {
    this.#on = on;
    this.changed();
  }
}

export const managing = new Managing();
