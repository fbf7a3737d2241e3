// SPDX-License-Identifier: Apache-2.0
import { Card, type Column, DataTable, EmptyState, ErrorAlert, number, useFormats } from '@fumibako/kit';
import { type components, useQuery } from '@fumibako/kit/api';
import { useMemo } from 'react';
import { AttemptActions } from './AttemptActions';
import classes from './abroad.module.css';
import { listAttempts } from './api/listAttempts';
import { useAbroadText } from './text';

export type Attempt = components['schemas']['CountryAttempt'];

interface Props {
  readonly domain: string;
  readonly allowed: readonly string[];
}

/** Who came from abroad, and whether it was oneself. */
export function Attempts({ domain, allowed }: Props) {
  const say = useAbroadText();
  const formats = useFormats();
  const found = useQuery({ queryKey: ['country', domain, 'attempts'], queryFn: () => listAttempts(domain) });
  const columns = useMemo(
    (): Column<Attempt>[] => [
      {
        id: 'at',
        head: say('at'),
        width: 'narrow',
        cell: (attempt) => <span className={classes.time}>{formats.shortTime(attempt.at)}</span>,
      },
      {
        id: 'account',
        head: say('account'),
        cell: (attempt) => (
          <>
            <div className={classes.name}>{attempt.account}</div>
            <Outcome attempt={attempt} />
          </>
        ),
      },
      { id: 'peer', head: say('peer'), cell: (attempt) => <Place attempt={attempt} /> },
      { id: 'times', head: say('times'), right: true, cell: (attempt) => number(attempt.times) },
      {
        id: 'action',
        head: say('yours'),
        right: true,
        width: 'narrow',
        cell: (attempt) => <AttemptActions domain={domain} attempt={attempt} allowed={allowed} />,
      },
    ],
    [say, formats, domain, allowed],
  );
  return (
    <>
      <ErrorAlert error={found.error} onRetry={() => void found.refetch()} />
      <Card title={say('attempts')} note={say('attemptsNote')}>
        <div className={classes.inside}>
          <DataTable
            label={say('attempts')}
            columns={columns}
            rows={found.isError ? [] : found.data?.items}
            keyOf={(attempt) => `${attempt.account} ${attempt.peer}`}
            card={(attempt) => (
              <div className={classes.card}>
                <b>{attempt.account}</b>
                <Outcome attempt={attempt} />
                <span>
                  {formats.shortTime(attempt.at)} {formats.count(attempt.times, 'attempt')}
                </span>
                <Place attempt={attempt} />
                <AttemptActions domain={domain} attempt={attempt} allowed={allowed} />
              </div>
            )}
            empty={found.isError ? null : <EmptyState text={say('attemptsNone')} />}
          />
        </div>
      </Card>
      {found.data?.more && <p className="fb-hint">{say('attemptsMore')}</p>}
      {(found.data?.items.length ?? 0) > 0 && <p className="fb-hint">{say('notMineHint')}</p>}
    </>
  );
}

function Outcome({ attempt }: { attempt: Attempt }) {
  const say = useAbroadText();
  return <span className={classes.sub}>{say(attempt.outcome === 'refused' ? 'rightPassword' : attempt.outcome)}</span>;
}

function Place({ attempt }: { attempt: Attempt }) {
  const say = useAbroadText();
  const formats = useFormats();
  return (
    <>
      <div>{attempt.country ? formats.country(attempt.country) : say('unknown')}</div>
      <span className={`fb-mono ${classes.sub} ${classes.peer}`}>{attempt.peer}</span>
    </>
  );
}
