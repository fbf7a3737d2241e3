// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  type Column,
  CopyButton,
  DataTable,
  EmptyState,
  ErrorAlert,
  PageHead,
  type State,
  StateChip,
  useParams,
} from '@fumibako/kit';
import { type components, useQuery } from '@fumibako/kit/api';
import { useMemo } from 'react';
import { getWorld } from './api/getWorld';
import classes from './dns.module.css';
import { useDnsText } from './text';

type Seen = components['schemas']['Seen'];

const looks: Record<string, readonly [State, 'there' | 'different' | 'missing' | 'unseen']> = {
  there: ['ok', 'there'],
  different: ['warn', 'different'],
  missing: ['attention', 'missing'],
};

const keyOf = (seen: Seen) => `${seen.record.host} ${seen.record.type} ${seen.record.content}`;

/** 外部DNS: what to enter where the domain's DNS is, and whether it is there. */
export function ExternalDnsPage() {
  const say = useDnsText();
  const { domain } = useParams({ from: '/panel/$domain/external-dns' });
  const world = useQuery({ queryKey: ['world', domain], queryFn: () => getWorld(domain), staleTime: 60_000 });
  const rows = world.data?.records;
  const missing = rows?.filter((seen) => seen.standing !== 'there').length ?? 0;
  const columns = useMemo(
    (): Column<Seen>[] => [
      { id: 'host', head: say('host'), cell: (seen) => <span className={classes.name}>{seen.record.host}</span> },
      {
        id: 'type',
        head: say('type'),
        width: 'narrow',
        cell: (seen) => <span className={classes.type}>{seen.record.type}</span>,
      },
      { id: 'content', head: say('content'), width: 'wide', cell: (seen) => <Content seen={seen} /> },
      { id: 'state', head: say('seenState'), cell: (seen) => <Standing seen={seen} /> },
      {
        id: 'copy',
        head: '',
        right: true,
        width: 'narrow',
        cell: (seen) => <CopyButton value={seen.record.content} what={`${seen.record.host} ${seen.record.type}`} />,
      },
    ],
    [say],
  );
  return (
    <>
      <PageHead
        title={say('externalTitle')}
        lead={
          rows === undefined
            ? say('externalLead', { domain })
            : say(missing === 0 ? 'externalGood' : 'externalMissing', { domain, count: missing })
        }
        actions={
          <Button variant="default" loading={world.isFetching} onClick={() => void world.refetch()}>
            {say('check')}
          </Button>
        }
      />
      <ErrorAlert error={world.error} onRetry={() => void world.refetch()} />
      <DataTable
        label={say('externalTitle')}
        columns={columns}
        rows={world.isError ? [] : rows}
        keyOf={keyOf}
        card={(seen) => (
          <div className={classes.card}>
            <span className={classes.cardHead}>
              <b>{seen.record.host}</b> {seen.record.type}
            </span>
            <Content seen={seen} />
            <Standing seen={seen} />
            <span>
              <CopyButton value={seen.record.content} what={`${seen.record.host} ${seen.record.type}`} />
            </span>
          </div>
        )}
        empty={world.isError ? null : <EmptyState text={say('empty')} />}
      />
    </>
  );
}

function Content({ seen }: { seen: Seen }) {
  const say = useDnsText();
  const { record, found, standing } = seen;
  return (
    <>
      <span className={`fb-mono ${classes.content}`}>{record.content}</span>
      {record.priority !== null && (
        <span className={classes.priority}>{say('priorityOf', { priority: record.priority })}</span>
      )}
      {standing === 'different' && (
        <span className={classes.ttl}>{say('insteadFound', { found: found.join(', ') })}</span>
      )}
    </>
  );
}

function Standing({ seen }: { seen: Seen }) {
  const say = useDnsText();
  const [mark, word] = looks[seen.standing] ?? (['waiting', 'unseen'] as const);
  return <StateChip state={mark}>{say(word)}</StateChip>;
}
