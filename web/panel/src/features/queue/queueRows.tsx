// SPDX-License-Identifier: Apache-2.0
import { Button, type Column, IconChevronRight, number, StateChip, UnstyledButton, useFormats } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { useMemo } from 'react';
import classes from './queue.module.css';
import { useQueueText } from './text';

export type Queued = components['schemas']['QueueItem'];

/** One recipient of one message. */
export function keyOf(item: Queued): string {
  return `${item.id} ${item.recipient}`;
}

/** Whether something may still be tried; what has arrived stays in the list until its message is done. */
export function isOpen(item: Queued): boolean {
  return item.state === 'waiting' || item.state === 'held';
}

export function QueueState({ item }: { item: Queued }) {
  const say = useQueueText();
  const formats = useFormats();
  if (item.state === 'held') {
    return <StateChip state="warn">{say('held')}</StateChip>;
  } else if (item.underway || item.next === null) {
    return <StateChip state="waiting">{say('underway')}</StateChip>;
  }
  return <StateChip state="waiting">{say('waiting', { time: formats.shortTime(item.next) })}</StateChip>;
}

function Subject({ item }: { item: Queued }) {
  const say = useQueueText();
  return <span className={classes.sub}>{item.subject || say('noSubject')}</span>;
}

export function useQueueColumns(onOpen: (item: Queued) => void): Column<Queued>[] {
  const say = useQueueText();
  return useMemo(
    () => [
      {
        id: 'recipient',
        head: say('recipient'),
        cell: (item) => (
          <>
            <div className={classes.name}>{item.recipient}</div>
            <Subject item={item} />
          </>
        ),
      },
      { id: 'from', head: say('from'), cell: (item) => item.sender },
      { id: 'state', head: say('state'), cell: (item) => <QueueState item={item} /> },
      { id: 'attempts', head: say('attempts'), right: true, cell: (item) => number(item.attempts) },
      {
        id: 'words',
        head: say('words'),
        width: 'wide',
        cell: (item) => <span className={classes.words}>{item.words ?? say('none')}</span>,
      },
      {
        id: 'action',
        head: '',
        right: true,
        width: 'narrow',
        cell: (item) => (
          <Button
            size="compact-sm"
            h={28}
            variant="default"
            aria-label={say('detailsOf', { recipient: item.recipient })}
            onClick={() => onOpen(item)}
          >
            {say('details')}
          </Button>
        ),
      },
    ],
    [say, onOpen],
  );
}

/** A recipient in the list on a phone. */
export function QueueCard({ item, onOpen }: { item: Queued; onOpen: () => void }) {
  return (
    <UnstyledButton className={classes.card} onClick={onOpen}>
      <span className={classes.cardHead}>
        <b>{item.recipient}</b>
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </span>
      <Subject item={item} />
      <QueueState item={item} />
      {item.words && <span className={classes.words}>{item.words}</span>}
    </UnstyledButton>
  );
}
