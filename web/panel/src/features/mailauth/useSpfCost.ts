// SPDX-License-Identifier: Apache-2.0
import type { Term } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { useDeferredValue } from 'react';
import { countSpfLookups } from './api/countSpfLookups';

/** The terms with what each costs, and what all cost; only the terms while that is not known. */
export function useSpfCost(domain: string, terms: readonly Term[]) {
  const record = useDeferredValue(terms.map((term) => term.text).join(' '));
  const cost = useQuery({
    queryKey: ['spf-lookups', domain, record],
    queryFn: () => countSpfLookups(domain, record),
    enabled: /^v=spf1\s/i.test(record),
    staleTime: 60_000,
    retry: false,
  });
  if (cost.data === undefined) {
    return { terms };
  }
  const costs = new Map(cost.data.terms.map((one) => [one.term, one.lookups]));
  return {
    terms: terms.map((term) => ({
      ...term,
      lookups: costs.get(/^redirect=/i.test(term.text) ? 'redirect' : term.text) ?? 0,
    })),
    lookups: cost.data.lookups,
    limit: cost.data.limit,
  };
}
