// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { useMemo } from 'react';
import { listDomainStates } from './api/listDomainStates';
import type { States } from './DomainChip';

/** How the domains of a piece of the list are, by name; empty until it is known. */
export function useDomainStates(query: Parameters<typeof listDomainStates>[0]): States {
  const { q, sort, offset, limit } = query;
  const found = useQuery({
    queryKey: ['domain-states', q ?? '', sort ?? '', offset, limit],
    queryFn: () => listDomainStates(query),
    placeholderData: (before) => before,
  });
  return useMemo(() => new Map(found.data?.items.map((state) => [state.name, state])), [found.data]);
}
