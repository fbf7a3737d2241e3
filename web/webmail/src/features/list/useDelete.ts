// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import type { EmailRow } from '../../jmap';
import { askAbout } from './asking';
import { useList } from './ListProvider';
import { useCommands } from './useCommands';

/** Deletes: to Trash, which can be taken back; from Trash for good, which is asked first. */
export function useDelete(): (rows: readonly EmailRow[]) => void {
  const { box } = useList();
  const { trash, destroy } = useCommands();
  return useCallback(
    (rows) => {
      if (rows.length === 0) {
        return;
      }
      if (box.role === 'trash') {
        askAbout({ what: 'destroy', count: rows.length, go: () => void destroy(rows) });
      } else {
        void trash(rows);
      }
    },
    [box, trash, destroy],
  );
}
