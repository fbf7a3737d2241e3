// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@fumibako/kit';
import type { EmailFilter } from '../../jmap';
import type { Box } from '../../mail/box';

/** What is searched for in the box that is open. */
export function useSearched(box: Box): EmailFilter | undefined {
  const { q } = useSearch({ strict: false });
  return box.role === 'search' && q ? { text: q } : undefined;
}
