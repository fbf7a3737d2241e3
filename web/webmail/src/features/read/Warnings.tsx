// SPDX-License-Identifier: Apache-2.0
import { Note, useNavigate } from '@fumibako/kit';
import type { Email } from '../../jmap';
import { useList } from '../list/ListProvider';
import { authenticationOf } from './authentication';
import classes from './Message.module.css';
import { useReadText } from './text';
import { leavingOf } from './unsubscribing';

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
      <Leave email={email} />
    </>
  );
}

function Leave({ email }: { email: Email }) {
  const say = useReadText();
  const navigate = useNavigate();
  const { box } = useList();
  const leaving = leavingOf(email.headers);
  if (!leaving || box.role === 'junk') {
    return null;
  }
  const { page, mail } = leaving;
  return (
    <p className={classes.leave}>
      {say('isList')}{' '}
      {page ? (
        <a href={page} target="_blank" rel="noopener noreferrer nofollow">
          {say('unsubscribe')}
        </a>
      ) : (
        <button
          type="button"
          onClick={() => mail && void navigate({ to: '/$box/compose', params: { box: box.key }, search: mail })}
        >
          {say('unsubscribe')}
        </button>
      )}
    </p>
  );
}
