// SPDX-License-Identifier: Apache-2.0
import { toasts } from '@fumibako/kit';
import { useMemo } from 'react';
import type { EmailRow, Role } from '../../jmap';
import { useStore } from '../../mail/context';
import { into, inverse, judged, type Patches, withKeyword } from '../../mail/patches';
import { useMailText } from '../../mail/text';
import { useWhy } from '../../mail/useWhy';
import { useBoxNames } from '../mailboxes/names';
import { useAdvance } from './useAdvance';

/** What one can do with emails: seen at once, and taken back by the toast. All of them say themselves when they fail. */
export interface Commands {
  readonly star: (rows: readonly EmailRow[], on: boolean) => Promise<void>;
  readonly read: (rows: readonly EmailRow[], on: boolean) => Promise<void>;
  readonly move: (rows: readonly EmailRow[], mailboxId: string) => Promise<void>;
  readonly archive: (rows: readonly EmailRow[]) => Promise<void>;
  readonly trash: (rows: readonly EmailRow[]) => Promise<void>;
  readonly junk: (rows: readonly EmailRow[]) => Promise<void>;
  readonly notJunk: (rows: readonly EmailRow[]) => Promise<void>;
  /** What cannot be taken back; whoever calls it has asked. */
  readonly destroy: (rows: readonly EmailRow[]) => Promise<void>;
}

export function useCommands(): Commands {
  const store = useStore();
  const say = useMailText();
  const why = useWhy();
  const name = useBoxNames();
  const advance = useAdvance();

  return useMemo(() => {
    const attempt = async (work: Promise<unknown>, text: string, undo?: () => Promise<unknown>) => {
      toasts.show({ text, act: undo && (() => work.then(undo)) });
      await work.catch((error: unknown) => toasts.show({ text: say('failed', { why: why(error) }) }));
    };
    const change = (rows: readonly EmailRow[], patches: Patches, text: string, leaving = false) => {
      if (leaving) {
        advance(rows);
      }
      const gone = leaving ? rows.map((row) => row.id) : [];
      const back = inverse(rows, patches);
      return attempt(store.change(patches, gone), text, () => store.change(back));
    };
    const to = (role: Role) => store.mailboxes.withRole(role);
    return {
      star: (rows, on) =>
        change(rows, withKeyword(rows, '$flagged', on), say(on ? 'starOn' : 'starOff', { count: rows.length })),
      read: (rows, on) =>
        change(rows, withKeyword(rows, '$seen', on), say(on ? 'read' : 'unread', { count: rows.length })),
      move: async (rows, mailboxId) => {
        const mailbox = store.mailboxes.get(mailboxId);
        const text = say('moved', { count: rows.length, box: mailbox ? name(mailbox) : '' });
        await change(rows, into(rows, mailboxId), text, true);
      },
      archive: async (rows) => {
        const archive = to('archive');
        if (archive) {
          await change(rows, into(rows, archive.id), say('archived', { count: rows.length }), true);
        } else {
          toasts.show({ text: say('noArchive') });
        }
      },
      trash: (rows) => change(rows, into(rows, to('trash')?.id ?? ''), say('trashed', { count: rows.length }), true),
      junk: (rows) =>
        change(rows, judged(rows, to('junk')?.id ?? '', true), say('junked', { count: rows.length }), true),
      notJunk: (rows) =>
        change(rows, judged(rows, to('inbox')?.id ?? '', false), say('notJunked', { count: rows.length }), true),
      destroy: (rows) => {
        advance(rows);
        return attempt(store.destroy(rows.map((row) => row.id)), say('destroyed', { count: rows.length }));
      },
    };
  }, [store, say, why, name, advance]);
}
