// SPDX-License-Identifier: Apache-2.0
import { IconShieldCheck, useFormats } from '@fumibako/kit';
import type { Email } from '../../jmap';
import { displayName } from '../../mail/people';
import { useMailText } from '../../mail/text';
import { authenticationOf } from './authentication';
import classes from './Message.module.css';
import { Recipients } from './Recipients';
import { useReadText } from './text';

/** Who wrote it, whether that is proven, to whom, and when. */
export function Sender({ email }: { email: Email }) {
  const say = useReadText();
  const sayMail = useMailText();
  const formats = useFormats();
  const [from] = email.from ?? [];
  const { verdict } = authenticationOf(email.headers);
  return (
    <div className={classes.from}>
      <div>
        <b>{from ? displayName(from) : sayMail('noSender')}</b>{' '}
        {from?.name && <span className={classes.address}>{`<${from.email}>`}</span>}
        {verdict === 'verified' && (
          <span className={classes.verified}>
            <IconShieldCheck size={14} stroke={1.75} aria-hidden />
            {say('verified')}
          </span>
        )}
        <Recipients email={email} />
      </div>
      <time className={classes.address} dateTime={email.receivedAt} title={formats.fullTime(email.receivedAt)}>
        {formats.shortTime(email.receivedAt)}
      </time>
    </div>
  );
}
