// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { listDomains } from './api/listDomains';

/** As many as the server gives in one answer; whoever has more searches for them. */
const MOST = 500;

/** The domains that one can switch to. */
export function useDomainNames(): readonly string[] {
  const domains = useQuery({
    queryKey: ['domains', 'names'],
    queryFn: () => listDomains({ sort: 'name', offset: 0, limit: MOST }),
    staleTime: 60_000,
  });
  return domains.data?.items.map((domain) => domain.name) ?? [];
}
