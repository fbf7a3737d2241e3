// SPDX-License-Identifier: Apache-2.0
import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useFormats } from '../format';
import { StateChip } from '../parts/StateChip';
import type { Column } from '../table';
import { box, looks, type Message } from './message';
import { useTraceText } from './text';
import classes from './trace.module.css';

export function MessageState({ message }: { message: Message }) {
  const say = useTraceText();
  return (
    <StateChip state={looks[message.state]}>
      {say(`state-${message.state}`, { mailbox: box(message.mailbox, say) })}
    </StateChip>
  );
}

/** From whom to whom, in a line. */
export function Way({ message }: { message: Message }) {
  const say = useTraceText();
  const [to = '', ...others] = message.recipients;
  const from = message.sender || say('noSender');
  if (to === '') {
    return <span className={classes.sub}>{from}</span>;
  }
  return (
    <span className={classes.sub}>
      {others.length === 0 ? say('to', { from, to }) : say('toMany', { from, to, count: others.length })}
    </span>
  );
}

export function useTraceColumns(onOpen: (message: Message) => void): Column<Message>[] {
  const say = useTraceText();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'at',
        head: say('at'),
        width: 'narrow',
        cell: (message) => <span className={classes.time}>{formats.shortTime(message.at)}</span>,
      },
      { id: 'way', head: say('way'), width: 'narrow', cell: (message) => say(message.direction) },
      {
        id: 'message',
        head: say('message'),
        width: 'wide',
        cell: (message) => (
          <>
            <div className={classes.name}>{message.subject || say('noSubject')}</div>
            <Way message={message} />
          </>
        ),
      },
      { id: 'state', head: say('state'), cell: (message) => <MessageState message={message} /> },
      {
        id: 'action',
        head: '',
        right: true,
        width: 'narrow',
        cell: (message) => (
          <Button
            size="compact-sm"
            h={28}
            variant="default"
            aria-label={say('followOf', { subject: message.subject || say('noSubject') })}
            onClick={() => onOpen(message)}
          >
            {say('follow')}
          </Button>
        ),
      },
    ],
    [say, formats, onOpen],
  );
}

/** A message in the list on a phone. */
export function TraceCard({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const say = useTraceText();
  const formats = useFormats();
  return (
    <UnstyledButton className={classes.card} onClick={onOpen}>
      <span className={classes.cardHead}>
        <b>{message.subject || say('noSubject')}</b>
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </span>
      <Way message={message} />
      <span className={classes.cardFoot}>
        <MessageState message={message} />
        <span className={classes.sub}>
          {formats.shortTime(message.at)} {say(message.direction)}
        </span>
      </span>
    </UnstyledButton>
  );
}
