// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, IconStar, IconStarFilled, useFormats } from '@fumibako/kit';
import type { Email } from '../../jmap';
import { isStarred } from '../../mail/box';
import { useRow } from '../../mail/context';
import { displayName } from '../../mail/people';
import { useMailText } from '../../mail/text';
import { useCommands } from '../list/useCommands';
import { Attachments } from './Attachments';
import { Body } from './Body';
import classes from './Message.module.css';
import { Recipients } from './Recipients';
import { useReadText } from './text';

/** Subject, who wrote it and to whom, text, attachments. */
export function Message({ email }: { email: Email }) {
  const sayMail = useMailText();
  const formats = useFormats();
  const [from] = email.from ?? [];
  return (
    <article>
      <div className={classes.top}>
        <h1 className={classes.subject} tabIndex={-1}>
          {email.subject || sayMail('noSubject')}
        </h1>
        <Star email={email} />
      </div>
      <div className={classes.from}>
        <div>
          <b>{from ? displayName(from) : sayMail('noSender')}</b>{' '}
          {from?.name && <span className={classes.address}>{`<${from.email}>`}</span>}
          <Recipients email={email} />
        </div>
        <time className={classes.address} dateTime={email.receivedAt} title={formats.fullTime(email.receivedAt)}>
          {formats.shortTime(email.receivedAt)}
        </time>
      </div>
      <Body email={email} />
      <Attachments email={email} />
    </article>
  );
}

function Star({ email }: { email: Email }) {
  const say = useReadText();
  const { star } = useCommands();
  const row = useRow(email.id) ?? email;
  const on = isStarred(row);
  const Icon = on ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      className={classes.star}
      variant="subtle"
      color="gray"
      size={32}
      data-on={on || undefined}
      aria-label={say(on ? 'unstar' : 'star')}
      aria-pressed={on}
      onClick={() => void star([row], !on)}
    >
      <Icon size={20} stroke={1.75} />
    </ActionIcon>
  );
}
