// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from '@fumibako/kit';
import { useCallback } from 'react';
import type { EmailRow } from '../../jmap';
import { useList } from './ListProvider';

/** Opens an email of the list; of drafts, what one was writing. One that waits to be sent is only read: to write on would call it back. */
export function useOpen(): (row: Pick<EmailRow, 'id' | 'keywords'>) => void {
  const navigate = useNavigate();
  const { box } = useList();
  return useCallback(
    ({ id, keywords }) => {
      if (keywords.$draft && !keywords.$scheduled && box.role === 'drafts') {
        void navigate({ to: '/$box/compose', params: { box: box.key }, search: { draft: id } });
      } else {
        void navigate({
          to: '/$box/$email',
          params: { box: box.key, email: id },
          search: ({ q, show, order }) => ({ q, show, order }),
        });
      }
    },
    [navigate, box],
  );
}
