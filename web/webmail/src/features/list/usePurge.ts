// SPDX-License-Identifier: Apache-2.0
import type { EmailRow } from '../../jmap';
import { useList } from './ListProvider';
import { useListText } from './text';

/** Trash keeps what was put into it this long. */
const KEPT_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/** When an email that lies in Trash is deleted, in words; undefined elsewhere. */
export function usePurge(row: EmailRow): string | undefined {
  const say = useListText();
  const { box } = useList();
  const saved = box.role === 'trash' && box.mailbox ? row.savedDates[box.mailbox.id] : undefined;
  if (saved === undefined) {
    return undefined;
  }
  const left = Date.parse(saved) + KEPT_DAYS * DAY - Date.now();
  return left <= 0 ? say('purgedToday') : say('purgedIn', { count: Math.ceil(left / DAY) });
}
