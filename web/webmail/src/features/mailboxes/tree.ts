// SPDX-License-Identifier: Apache-2.0
import type { Id, Mailbox } from '../../jmap';

export interface Placed {
  readonly mailbox: Mailbox;
  readonly depth: number;
}

/** Each folder followed by those in it. One whose parent is not among them stands at the top. */
export function inOrder(own: readonly Mailbox[]): readonly Placed[] {
  const ids = new Set(own.map((mailbox) => mailbox.id));
  const below = (parent: Id | null, depth: number): Placed[] =>
    own
      .filter((mailbox) => (ids.has(mailbox.parentId ?? '') ? mailbox.parentId : null) === parent)
      .flatMap((mailbox) => [{ mailbox, depth }, ...below(mailbox.id, depth + 1)]);
  return below(null, 0);
}

/** Where a folder can be put: not into itself and not into what is in it. */
export function placesFor(own: readonly Mailbox[], folder: Mailbox | undefined): readonly Placed[] {
  const placed = inOrder(own);
  const at = placed.findIndex(({ mailbox }) => mailbox.id === folder?.id);
  if (at < 0) {
    return placed;
  }
  const { depth } = placed[at] as Placed;
  const after = placed.slice(at + 1).findIndex((other) => other.depth <= depth);
  return [...placed.slice(0, at), ...(after < 0 ? [] : placed.slice(at + 1 + after))];
}
