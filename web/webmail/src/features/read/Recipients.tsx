// SPDX-License-Identifier: Apache-2.0
import { IconChevronDown, IconChevronUp, UnstyledButton, useFormats } from '@fumibako/kit';
import { useState } from 'react';
import type { Address, Email } from '../../jmap';
import { displayName, written } from '../../mail/people';
import { useMailText } from '../../mail/text';
import classes from './Message.module.css';
import { useReadText } from './text';

/** To whom it went, in short; all of them when asked for. */
export function Recipients({ email }: { email: Email }) {
  const say = useReadText();
  const sayMail = useMailText();
  const [open, setOpen] = useState(false);
  const all = [...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])];
  const [first, ...others] = all;
  const short = first ? displayName(first) : sayMail('noRecipient');
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <>
      <div className={classes.people}>
        <span>{say('to')}</span>
        <span>{others.length > 0 ? say('andOthers', { first: short, count: others.length }) : short}</span>
        <UnstyledButton
          className={classes.more}
          aria-expanded={open}
          aria-label={say(open ? 'hideDetails' : 'details')}
          onClick={() => setOpen(!open)}
        >
          <Icon size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </div>
      {open && <Details email={email} />}
    </>
  );
}

function Details({ email }: { email: Email }) {
  const say = useReadText();
  const formats = useFormats();
  const lines: [string, readonly Address[] | null][] = [
    [say('to'), email.to],
    [say('cc'), email.cc],
    [say('bcc'), email.bcc],
  ];
  return (
    <dl className={classes.details}>
      {lines
        .filter(([, people]) => people && people.length > 0)
        .map(([name, people]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{people?.map(written).join(', ')}</dd>
          </div>
        ))}
      <dt>{say('date')}</dt>
      <dd>{formats.fullTime(email.sentAt ?? email.receivedAt)}</dd>
    </dl>
  );
}
