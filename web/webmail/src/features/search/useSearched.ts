// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@fumibako/kit';
import type { EmailFilter } from '../../jmap';
import { type Box, outsideOf } from '../../mail/box';
import { useMailboxes } from '../../mail/context';
import { useBoxNames } from '../mailboxes/names';
import { parseSearch } from './query';

/** What is searched for in the box that is open; undefined when nothing is. Junk and Trash only when they are asked for. */
export function useSearched(box: Box): EmailFilter | undefined {
  const { q } = useSearch({ strict: false });
  const mailboxes = useMailboxes();
  const name = useBoxNames();
  if (box.role !== 'search' || !q) {
    return undefined;
  }
  const { filter, everywhere } = parseSearch(q, mailboxes, name);
  return everywhere ? filter : { operator: 'AND', conditions: [filter, outsideOf(mailboxes)] };
}
