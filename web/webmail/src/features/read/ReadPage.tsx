// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, SkeletonRows, useParams } from '@fumibako/kit';
import { useEffect, useRef } from 'react';
import type { Email } from '../../jmap';
import { useRow, useStore } from '../../mail/context';
import { withKeyword } from '../../mail/patches';
import { Message } from './Message';
import classes from './ReadPage.module.css';
import { Toolbar } from './Toolbar';
import { useReadText } from './text';
import { useMessage } from './useMessage';

/** The email that is open. */
export function ReadPage() {
  const say = useReadText();
  const id = useParams({ strict: false }).email ?? '';
  const { data, error, refetch } = useMessage(id);
  return (
    <>
      <Toolbar id={id} />
      <div className={classes.scroll} key={id}>
        {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
        {data === null && (
          <>
            <h1>{say('message')}</h1>
            <p className="fb-prose">{say('gone')}</p>
          </>
        )}
        {data === undefined && !error && <SkeletonRows rows={6} />}
        {data && <Open email={data} />}
      </div>
    </>
  );
}

/** Takes the focus when it is opened, and is read from then on. */
function Open({ email }: { email: Email }) {
  const box = useRef<HTMLDivElement>(null);
  useSeen(email);
  useEffect(() => {
    box.current?.querySelector('h1')?.focus({ preventScroll: true });
    document.title = `${email.subject ?? ''} | Fumibako`;
  }, [email]);
  return (
    <div ref={box}>
      <Message email={email} />
    </div>
  );
}

function useSeen(email: Email): void {
  const store = useStore();
  const row = useRow(email.id);
  const marked = useRef('');
  useEffect(() => {
    // Once for each opening: whoever marks it unread again means it.
    if (row && marked.current !== row.id) {
      marked.current = row.id;
      if (!row.keywords.$seen) {
        void store.change(withKeyword([row], '$seen', true)).catch(() => undefined);
      }
    }
  }, [store, row]);
}
