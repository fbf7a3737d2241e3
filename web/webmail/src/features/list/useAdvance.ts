// SPDX-License-Identifier: Apache-2.0
import { useLayout, useNavigate } from '@fumibako/kit';
import { useCallback } from 'react';
import { usePlace } from '../../app/pane';
import type { EmailRow, Id } from '../../jmap';
import { useStore } from '../../mail/context';
import { useList } from './ListProvider';
import { useOpen } from './useOpen';

/** What to show when emails leave the list: the one after what was open, or on a phone the list. */
export function useAdvance(): (leaving: readonly EmailRow[]) => void {
  const store = useStore();
  const navigate = useNavigate();
  const open = useOpen();
  const phone = useLayout() === 'phone';
  const { email } = usePlace();
  const { box, listing, selection } = useList();
  return useCallback(
    (leaving) => {
      const going = new Set(leaving.map((row) => row.id));
      const stays = (id: Id | undefined) => (id !== undefined && !going.has(id) ? store.emails.get(id) : undefined);
      const listed = leaving.map((row) => listing.indexOf(row.id)).filter((at) => at >= 0);
      const at = email === undefined ? -1 : listing.indexOf(email);
      selection.clear();
      if (listed.length > 0) {
        selection.moveTo(Math.min(...listed));
      }
      if (email === undefined || !going.has(email)) {
        return;
      }
      const next = phone || at < 0 ? undefined : (stays(listing.at(at + 1)) ?? stays(listing.at(at - 1)));
      if (next) {
        open(next);
      } else {
        void navigate({ to: '/$box', params: { box: box.key }, search: ({ q, show, order }) => ({ q, show, order }) });
      }
    },
    [store, navigate, open, phone, email, box, listing, selection],
  );
}
