// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DataTable,
  EmptyState,
  ErrorAlert,
  NativeSelect,
  PageHead,
  SearchField,
  useNavigate,
  useParams,
  useSearch,
} from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense, useCallback } from 'react';
import { listAccounts } from '../accounts/api/listAccounts';
import { traceDomain } from './api/traceDomain';
import type { Message } from './message';
import { useTraceText } from './text';
import classes from './trace.module.css';
import { TraceCard, useTraceColumns } from './traceRows';

const MessageTrace = lazy(() => import('./MessageTrace'));

/** As many as one reads through. */
const MOST = 50;

/** Accounts to choose from; whoever has more searches for the address. */
const CHOICES = 500;

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
  const accounts = useQuery({
    queryKey: ['accounts', domain, 'names'],
    queryFn: () => listAccounts(domain, { sort: 'address', offset: 0, limit: CHOICES }),
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
        <NativeSelect
          aria-label={say('account')}
          value={account ?? ''}
          onChange={(event) => place({ account: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: say('everybody') },
            ...(accounts.data?.items ?? []).map((one) => ({ value: one.address, label: one.address })),
          ]}
        />
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
