// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { listAccounts } from './api/listAccounts';

/** Rows of a page of the list. */
export const PAGE = 50;

interface Place {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly from?: number | undefined;
}

/** A piece of the list; while the next one is on its way the last one stays. */
export function useAccounts(domain: string, { q, sort, from = 0 }: Place) {
  return useQuery({
    queryKey: ['accounts', domain, q ?? '', sort ?? '', from],
    queryFn: () => listAccounts(domain, { q, sort, offset: from, limit: PAGE }),
    placeholderData: (before, query) => (query?.queryKey[1] === domain ? before : undefined),
  });
}
