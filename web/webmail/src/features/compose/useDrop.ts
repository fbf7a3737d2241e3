// SPDX-License-Identifier: Apache-2.0
import { type DragEvent, useState } from 'react';

/** Files that are dropped anywhere on an element. */
export function useDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  const has = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    over,
    props: {
      onDragOver: (event: DragEvent) => {
        if (has(event)) {
          event.preventDefault();
          setOver(true);
        }
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) {
          setOver(false);
        }
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (has(event) && !event.defaultPrevented) {
          event.preventDefault();
          onFiles([...event.dataTransfer.files]);
        }
      },
    },
  };
}
