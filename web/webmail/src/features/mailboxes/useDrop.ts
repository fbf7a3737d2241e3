// SPDX-License-Identifier: Apache-2.0
import { type DragEvent, useState } from 'react';
import type { Id } from '../../jmap';
import { dragged } from '../list/dragging';

interface Drop {
  readonly 'data-over': boolean | undefined;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Makes a folder a place to drop emails on. */
export function useDrop(mailbox: Id | undefined): Drop {
  const [over, setOver] = useState(false);
  return {
    'data-over': over || undefined,
    onDragOver: (event) => {
      if (mailbox !== undefined && dragged()) {
        event.preventDefault();
        setOver(true);
      }
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      event.preventDefault();
      setOver(false);
      if (mailbox !== undefined) {
        dragged()?.drop(mailbox);
      }
    },
  };
}
