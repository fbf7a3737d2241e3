// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { connection } from '../api/connection';
import { ErrorAlert } from '../parts/ErrorAlert';
import { getSession } from './api/getSession';
import classes from './SignInPage.module.css';
import { SESSION_KEY, type Session, SessionContext } from './session';

const SignInPage = lazy(() => import('./SignInPage'));

/**
 * Shows `children` to those who are signed in and the sign-in page to all others, at the same address. When a session ends
 * under somebody's hands the page stays as it is below the sign-in page, with everything typed into it.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const session = useQuery({ queryKey: SESSION_KEY, queryFn: getSession, staleTime: Number.POSITIVE_INFINITY });
  const [expired, setExpired] = useState(false);
  const known = session.data ?? undefined;

  useEffect(() => connection.onExpiry(() => setExpired(true)), []);

  const entered = (next: Session | null) => {
    if (known && next?.login !== known.login) {
      // Somebody else: nothing of the one before may be left.
      client.clear();
    }
    client.setQueryData(SESSION_KEY, next);
    setExpired(false);
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  };

  if (session.isError && !known) {
    return (
      <div className={classes.trouble}>
        <ErrorAlert error={session.error} onRetry={() => void session.refetch()} />
      </div>
    );
  } else if (session.data === undefined) {
    return null;
  } else if (!known) {
    return (
      <Suspense fallback={null}>
        <SignInPage onEntered={entered} />
      </Suspense>
    );
  }
  return (
    <>
      <Suspense fallback={null}>{expired && <SignInPage login={known.login} onEntered={entered} />}</Suspense>
      <div hidden={expired} inert={expired}>
        <SessionContext value={known} key={known.login}>
          {children}
        </SessionContext>
      </div>
    </>
  );
}
