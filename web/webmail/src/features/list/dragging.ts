// SPDX-License-Identifier: Apache-2.0
import type { EmailRow, Id } from '../../jmap';

/** What is being dragged from a list to a folder. */
export interface Dragged {
  readonly rows: readonly EmailRow[];
  readonly drop: (mailbox: Id) => void;
}

let current: Dragged | undefined;

export function dragged(): Dragged | undefined {
  return current;
}

export function drag(what: Dragged | undefined): void {
  current = what;
}
