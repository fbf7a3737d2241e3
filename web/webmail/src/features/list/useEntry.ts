// SPDX-License-Identifier: Apache-2.0
import type { EmailRow, Id } from '../../jmap';
import { isStarred, isUnread } from '../../mail/box';
import { useStore, useThread } from '../../mail/context';
import { displayName } from '../../mail/people';
import { useMailText } from '../../mail/text';
import { useList } from './ListProvider';

/** What a row says of an email, or of all emails of its thread. */
export interface Entry {
  readonly who: string;
  readonly unread: boolean;
  readonly starred: boolean;
  readonly attachment: boolean;
  readonly count: number;
}

export function useEntry(row: EmailRow): Entry {
  const sayMail = useMailText();
  const store = useStore();
  const { box, collapsed } = useList();
  const thread = useThread(collapsed ? row.threadId : undefined);
  const rows = collapsed ? members(thread, (id) => store.emails.get(id)) : [];
  const all = rows.length > 0 ? rows : [row];
  return {
    who: whoOf(row, box.role, sayMail),
    unread: all.some(isUnread),
    starred: all.some(isStarred),
    attachment: all.some((each) => each.hasAttachment),
    count: Math.max(1, collapsed ? thread.length : 1),
  };
}

function members(ids: readonly Id[], get: (id: Id) => EmailRow | undefined): readonly EmailRow[] {
  return ids.map(get).filter((each) => each !== undefined);
}

/** Whom it is from; of what was written here, whom it is to. */
function whoOf(row: EmailRow, role: string | undefined, say: ReturnType<typeof useMailText>): string {
  if (role === 'sent' || role === 'drafts') {
    const names = (row.to ?? []).map(displayName).join('、');
    return say('to', { names: names || say('noRecipient') });
  }
  const [from] = row.from ?? [];
  return from ? displayName(from) : say('noSender');
}
