// SPDX-License-Identifier: Apache-2.0
import { type UseQueryResult, useQuery } from '@fumibako/kit/api';
import type { Email, Id } from '../../jmap';
import { useStore } from '../../mail/context';
import { getMessage } from './api/getMessage';

/** An email's content never changes, so it is read once; what changes of it is in its row. */
export function useMessage(id: Id): UseQueryResult<Email | null> {
  const store = useStore();
  return useQuery({
    queryKey: ['message', id],
    queryFn: () => getMessage(store, id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
