// SPDX-License-Identifier: Apache-2.0
import {
  DataTable,
  EmptyState,
  ErrorAlert,
  PageHead,
  SearchField,
  useNavigate,
  useParams,
  useSearch,
} from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense, useCallback } from 'react';
import { listQueue } from './api/listQueue';
import { isOpen, keyOf, QueueCard, type Queued, useQueueColumns } from './queueRows';
import { useQueueText } from './text';

const QueueDrawer = lazy(() => import('./QueueDrawer'));

/** Rows at most; a customer with more has a problem that one sees in the first of them. */
const MOST = 500;

/** Mail moves by itself, in ms. */
const REFRESH = 10_000;

/** 送信状況: mail of a domain's that is on its way to other servers. */
export function QueuePage() {
  const say = useQueueText();
  const { domain } = useParams({ from: '/panel/$domain/queue' });
  const { q, open } = useSearch({ from: '/panel/$domain/queue' });
  const navigate = useNavigate({ from: '/panel/$domain/queue' });
  const queue = useQuery({
    queryKey: ['queue', domain, q ?? ''],
    queryFn: () => listQueue({ domain, to: q, limit: MOST }),
    refetchInterval: REFRESH,
    placeholderData: (before, query) => (query?.queryKey[1] === domain ? before : undefined),
  });
  const show = useCallback(
    (item: Queued | undefined) =>
      void navigate({ search: (before) => ({ ...before, open: item === undefined ? undefined : keyOf(item) }) }),
    [navigate],
  );
  const columns = useQueueColumns(show);
  const rows = queue.data?.items.filter(isOpen);
  return (
    <>
      <PageHead title={say('title')} lead={queue.data && <Lead {...queue.data} />} />
      <ErrorAlert error={queue.error} onRetry={() => void queue.refetch()} />
      {(q || (rows?.length ?? 0) > 0) && (
        <SearchField
          label={say('search')}
          value={q ?? ''}
          onChange={(text) => void navigate({ search: { q: text || undefined }, replace: true })}
        />
      )}
      <DataTable
        label={say('title')}
        columns={columns}
        rows={queue.isError ? [] : rows}
        keyOf={keyOf}
        selected={open}
        card={(item) => <QueueCard item={item} onOpen={() => show(item)} />}
        empty={queue.isError ? null : <EmptyState text={q ? say('nothingFound', { text: q }) : say('empty')} />}
      />
      <Suspense fallback={null}>
        {open && <QueueDrawer key={open} domain={domain} of={open} onClose={() => show(undefined)} />}
      </Suspense>
    </>
  );
}

function Lead({ waiting, held }: { waiting: number; held: number }) {
  const say = useQueueText();
  if (waiting + held === 0) {
    return say('leadNone');
  }
  return (
    <>
      {waiting > 0 && say('leadWaiting', { count: waiting })} {held > 0 && say('leadHeld', { count: held })}{' '}
      {say('zone')}
    </>
  );
}
