// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, SkeletonRows, useSession } from '@fumibako/kit';
import { type ReactNode, useEffect, useState } from 'react';
import { browserMemory, JmapClient, listen, openSession, overHttp } from '../jmap';
import { StoreContext } from './context';
import classes from './MailGate.module.css';
import { MailStore } from './store';

async function open(): Promise<MailStore> {
  const session = await openSession();
  const store = new MailStore(new JmapClient(session, overHttp, browserMemory(session.accountId)));
  await store.start();
  return store;
}

/** Opens the account's mail and keeps it true; shows `children` when the mailboxes are there. */
export function MailGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const [store, setStore] = useState<MailStore>();
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is one more
  useEffect(() => {
    let wanted = true;
    open().then(
      (opened) => wanted && setStore(opened),
      (reason: unknown) => wanted && setError(reason),
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);

  // Whoever signs in again has a new session: the stream of the old one has ended, and told nothing since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with each session
  useEffect(() => {
    if (!store) {
      return;
    }
    void store.sync().catch(() => undefined);
    return listen(store.jmap.session.accountId, (states) => store.announced(states));
  }, [store, session]);

  if (store) {
    return <StoreContext value={store}>{children}</StoreContext>;
  } else if (error) {
    return (
      <main className={classes.trouble}>
        <ErrorAlert
          error={error}
          onRetry={() => {
            setError(undefined);
            setAttempt(attempt + 1);
          }}
        />
      </main>
    );
  }
  return (
    <main className={classes.waiting}>
      <SkeletonRows rows={8} />
    </main>
  );
}
