// SPDX-License-Identifier: Apache-2.0
import {
  Button,
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
import { traceDomain } from './api/traceDomain';
import type { Message } from './message';
import { useTraceText } from './text';
import classes from './trace.module.css';
import { TraceCard, useTraceColumns } from './traceRows';

const AccountChoice = lazy(() => import('./AccountChoice'));
const MessageTrace = lazy(() => import('./MessageTrace'));

/** As many as one reads through. */
const MOST = 50;

/** 配送履歴: the messages of a domain, and the life of one. */
export function TracePage() {
  const say = useTraceText();
  const { domain } = useParams({ from: '/panel/$domain/trace' });
  const { q, account, open, from } = useSearch({ from: '/panel/$domain/trace' });
  const navigate = useNavigate({ from: '/panel/$domain/trace' });
  const found = useQuery({
    queryKey: ['trace', domain, q ?? '', account ?? '', from ?? 0],
    queryFn: () => traceDomain(domain, { q, account, before: from, limit: MOST }),
    placeholderData: (before, query) => (query?.queryKey[1] === domain ? before : undefined),
  });
  const show = useCallback(
    (message: Message | undefined) => void navigate({ search: (before) => ({ ...before, open: message?.id }) }),
    [navigate],
  );
  const columns = useTraceColumns(show);
  const opened = found.data?.items.find((message) => message.id === open);
  if (open && found.data) {
    return (
      <Suspense fallback={null}>
        <MessageTrace message={opened} onBack={() => show(undefined)} />
      </Suspense>
    );
  }
  const next = found.data?.next;
  const place = (change: { q?: string | undefined; account?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, from: undefined, ...change }), replace: true });
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <ErrorAlert error={found.error} onRetry={() => void found.refetch()} />
      <div className={classes.filters}>
        <SearchField label={say('search')} value={q ?? ''} onChange={(text) => place({ q: text || undefined })} />
        <Suspense fallback={<span />}>
          <AccountChoice domain={domain} value={account} onChange={(one) => place({ account: one })} />
        </Suspense>
      </div>
      <DataTable
        label={say('title')}
        columns={columns}
        rows={found.isError ? [] : found.data?.items}
        keyOf={(message) => message.id}
        card={(message) => <TraceCard message={message} onOpen={() => show(message)} />}
        empty={found.isError ? null : <EmptyState text={q ? say('nothingFound', { text: q }) : say('empty')} />}
      />
      {next != null && (
        <Button
          variant="default"
          mt={12}
          onClick={() => void navigate({ search: (before) => ({ ...before, from: next }) })}
        >
          {say('more')}
        </Button>
      )}
    </>
  );
}
