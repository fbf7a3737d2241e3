// SPDX-License-Identifier: Apache-2.0
import { toasts } from '@fumibako/kit';
import { useQueryClient } from '@fumibako/kit/api';
import { useCallback } from 'react';
import { undoChange } from './api/undoChange';

/** Says what was done, with a button to undo it where the server can take it back; everything shown is read anew. */
export function useUndoToast(): (text: string, undo: number | null) => void {
  const client = useQueryClient();
  return useCallback(
    (text, undo) => {
      void client.invalidateQueries();
      toasts.show({
        text,
        ...(undo !== null && {
          act: async () => {
            await undoChange(undo);
            await client.invalidateQueries();
          },
        }),
      });
    },
    [client],
  );
}
