// SPDX-License-Identifier: Apache-2.0
import { Button, type Column, StateChip } from '@fumibako/kit';
import { useMemo } from 'react';
import classes from './dns.module.css';
import { type DnsRecord, keyOf } from './record';
import { useDnsText } from './text';

export function useRecordColumns(onOpen: (record: DnsRecord) => void, opened: string | undefined): Column<DnsRecord>[] {
  const say = useDnsText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: onOpen only writes into the address bar
  return useMemo(
    () => [
      { id: 'name', head: say('host'), cell: (record) => <span className={classes.name}>{record.name}</span> },
      { id: 'type', head: say('type'), cell: (record) => <span className={classes.type}>{record.type}</span> },
      { id: 'content', head: say('content'), cell: (record) => <Content record={record} /> },
      {
        id: 'ttl',
        head: say('ttl'),
        right: true,
        cell: (record) => <span className={classes.ttl}>{say('seconds', { count: record.ttlSeconds })}</span>,
      },
      { id: 'standing', head: say('standing'), cell: (record) => <Standing record={record} /> },
      {
        id: 'action',
        head: '',
        right: true,
        width: 'narrow',
        cell: (record) =>
          record.id !== null && (
            <Button
              size="compact-sm"
              h={28}
              variant={keyOf(record) === opened ? 'filled' : 'default'}
              aria-label={say('changeOf', { host: record.host, type: record.type })}
              onClick={() => onOpen(record)}
            >
              {say('change')}
            </Button>
          ),
      },
    ],
    [say, opened],
  );
}

function Content({ record }: { record: DnsRecord }) {
  const say = useDnsText();
  return (
    <>
      <code className={`fb-mono ${classes.content}`}>{record.content}</code>
      {record.priority !== null && (
        <span className={classes.priority}>{say('priorityOf', { priority: record.priority })}</span>
      )}
    </>
  );
}

function Standing({ record }: { record: DnsRecord }) {
  const say = useDnsText();
  if (record.standing === 'own') {
    return <StateChip state="ok">{say('own')}</StateChip>;
  }
  return <StateChip state="off">{say(record.standing === 'replaced' ? 'replaced' : 'automatic')}</StateChip>;
}

/** A record in the list on a phone. */
export function RecordCard({ record, onOpen }: { record: DnsRecord; onOpen: () => void }) {
  const say = useDnsText();
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <b>
          {record.name} {record.type}
        </b>
        {record.id !== null && (
          <Button
            size="compact-sm"
            h={36}
            variant="default"
            aria-label={say('changeOf', { host: record.host, type: record.type })}
            onClick={onOpen}
          >
            {say('change')}
          </Button>
        )}
      </div>
      <Content record={record} />
      <Standing record={record} />
    </div>
  );
}
