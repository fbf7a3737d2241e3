// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, SkeletonRows, useParams } from '@fumibako/kit';
import { useEffect, useRef } from 'react';
import { useDocumentTitle } from '../../app/useDocumentTitle';
import type { Email, Id } from '../../jmap';
import { useStore, useThread } from '../../mail/context';
import { useMailText } from '../../mail/text';
import { useList } from '../list/ListProvider';
import { Conversation } from './Conversation';
import { QuickReply } from './QuickReply';
import classes from './ReadPage.module.css';
import { Star } from './Star';
import { Toolbar } from './Toolbar';
import { useReadText } from './text';
import { useMessage } from './useMessage';

/** The email or the thread that is open. */
export function ReadPage() {
  const say = useReadText();
  const id = useParams({ strict: false }).email ?? '';
  const { data, error, refetch } = useMessage(id);
  return (
    <>
      <Toolbar id={id} email={data ?? undefined} />
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

/** Takes the focus when it is opened. */
function Open({ email }: { email: Email }) {
  const sayMail = useMailText();
  const head = useRef<HTMLHeadingElement>(null);
  const ids = useConversation(email);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each email
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
  }, [email.id]);
  useDocumentTitle(email.subject || sayMail('noSubject'));
  return (
    <>
      <div className={classes.top}>
        <h1 ref={head} className={classes.subject} tabIndex={-1}>
          {email.subject || sayMail('noSubject')}
        </h1>
        <Star email={email} />
      </div>
      <Conversation ids={ids} open={email.id} />
      <QuickReply email={email} />
    </>
  );
}

/** The emails that are shown together. What lies in Trash or Junk is shown there only. */
function useConversation(email: Email): readonly Id[] {
  const { emails, mailboxes } = useStore();
  const { collapsed } = useList();
  const thread = useThread(email.threadId);
  const aside = [mailboxes.withRole('trash')?.id, mailboxes.withRole('junk')?.id];
  const shown = thread.filter((id) => {
    const row = emails.get(id);
    return id === email.id || (row && !row.keywords.$draft && !aside.some((box) => box && row.mailboxIds[box]));
  });
  return collapsed && shown.includes(email.id) ? shown : [email.id];
}
