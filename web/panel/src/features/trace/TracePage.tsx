// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useParams, useSearch } from '@fumibako/kit';
import { type TracePlace, type TraceQuery, Traces } from '@fumibako/kit/trace';
import { lazy, Suspense, useCallback } from 'react';
import { traceDomain } from './api/traceDomain';

const AccountChoice = lazy(() => import('./AccountChoice'));

/** The messages of a domain, and the life of one. */
export function TracePage() {
  const { domain } = useParams({ from: '/panel/$domain/trace' });
  const { account, ...place } = useSearch({ from: '/panel/$domain/trace' });
  const navigate = useNavigate({ from: '/panel/$domain/trace' });
  const go = useCallback(
    (next: TracePlace, replace?: boolean) => void navigate({ search: { account, ...next }, replace }),
    [navigate, account],
  );
  return (
    <Traces
      of={`${domain} ${account ?? ''}`}
      load={(query: TraceQuery) => traceDomain(domain, { ...query, account })}
      place={place}
      go={go}
      filter={
        <Suspense fallback={<span />}>
          <AccountChoice
            domain={domain}
            value={account}
            onChange={(one) => void navigate({ search: { q: place.q, account: one }, replace: true })}
          />
        </Suspense>
      }
    />
  );
}
