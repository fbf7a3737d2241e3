// SPDX-License-Identifier: Apache-2.0
import type { EmailRow } from '../../jmap';
import { Observed } from '../../mail/observed';

/** The emails for which a folder is being chosen. */
class Moving extends Observed {
  #rows: readonly EmailRow[] = [];

  readonly current = (): readonly EmailRow[] => this.#rows;

  set(rows: readonly EmailRow[]): void {
    this.#rows = rows;
    this.changed();
  }
}

export const moving = new Moving();

/** Opens the choice of a folder. */
export function askForFolder(rows: readonly EmailRow[]): void {
  moving.set(rows);
}
