// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import type { Id } from '../../jmap';
import { useRow, useStore } from '../../mail/context';
import { withKeyword } from '../../mail/patches';

/** An email that is shown is read from then on. Once for each opening: whoever marks it unread again means it. */
export function useSeen(id: Id): void {
  const store = useStore();
  const row = useRow(id);
  const marked = useRef('');
  useEffect(() => {
    if (row && marked.current !== row.id) {
      marked.current = row.id;
      if (!row.keywords.$seen) {
        void store.change(withKeyword([row], '$seen', true)).catch(() => undefined);
      }
    }
  }, [store, row]);
}
