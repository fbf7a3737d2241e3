// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { usePlace } from '../../app/pane';
import type { EmailRow, Id } from '../../jmap';
import { useStore } from '../../mail/context';
import { useList } from './ListProvider';

/** What a command is about: what is ticked, else what is open, else where the keyboard is; of threads, all that is in this box. */
export function useTargets(): () => readonly EmailRow[] {
  const { listing, selection } = useList();
  const { email } = usePlace();
  const expand = useExpand();
  return useCallback(() => {
    const { ids, cursor } = selection.current();
    if (ids.size > 0) {
      return expand([...ids]);
    }
    const one = email ?? listing.at(cursor);
    return one === undefined ? [] : expand([one]);
  }, [listing, selection, email, expand]);
}

/** The emails that entries of this list stand for. */
export function useExpand(): (ids: readonly Id[]) => readonly EmailRow[] {
  const { emails } = useStore();
  const { box, collapsed } = useList();
  return useCallback(
    (ids) => {
      const known = (id: Id) => emails.get(id);
      const rows = ids.map(known).filter((row) => row !== undefined);
      if (!collapsed) {
        return rows;
      }
      const here = (row: EmailRow) => !box.mailbox || row.mailboxIds[box.mailbox.id];
      const all = rows.flatMap((row) => [
        row,
        ...emails
          .thread(row.threadId)
          .map(known)
          .filter((each) => each !== undefined && each.id !== row.id && here(each))
          .filter((each) => each !== undefined),
      ]);
      return [...new Map(all.map((row) => [row.id, row])).values()];
    },
    [emails, box, collapsed],
  );
}
