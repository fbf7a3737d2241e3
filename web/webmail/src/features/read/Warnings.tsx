// SPDX-License-Identifier: Apache-2.0
import { Note } from '@fumibako/kit';
import type { Email } from '../../jmap';
import { authenticationOf } from './authentication';
import { LeaveList } from './LeaveList';
import classes from './Message.module.css';
import { useReadText } from './text';

/** What one should know before reading on: a sender who is not who he says, and how to leave a mailing list. */
export function Warnings({ email }: { email: Email }) {
  const say = useReadText();
  const { verdict } = authenticationOf(email.headers);
  const [from] = email.from ?? [];
  const domain = from?.email.split('@').pop() ?? '';
  return (
    <>
      {verdict === 'failed' && (
        <div className={classes.warning}>
          <Note kind="warn" title={say('failedTitle')}>
            {say('failedText', { domain })}
          </Note>
        </div>
      )}
      <LeaveList email={email} />
    </>
  );
}
