// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useSearch, useSession } from '@fumibako/kit';
import { type TracePlace, Traces } from '@fumibako/kit/trace';
import { useCallback } from 'react';
import { traceAccount } from './api/traceAccount';

/** The messages of the reader's own account, and the life of one. */
export function OwnTracePage() {
  const { login } = useSession();
  const place = useSearch({ from: '/portal/trace' });
  const navigate = useNavigate({ from: '/portal/trace' });
  const go = useCallback((next: TracePlace, replace?: boolean) => void navigate({ search: next, replace }), [navigate]);
  return <Traces of={login} load={(query) => traceAccount(login, query)} place={place} go={go} />;
}
