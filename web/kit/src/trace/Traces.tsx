// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { EmptyState } from '../parts/EmptyState';
import { ErrorAlert } from '../parts/ErrorAlert';
import { PageHead } from '../parts/PageHead';
import { SearchField } from '../parts/SearchField';
import { DataTable } from '../table';
import type { Message } from './message';
import type { TracePlace, TraceQuery } from './place';
import { useTraceText } from './text';
import classes from './trace.module.css';
import { TraceCard, useTraceColumns } from './traceRows';

const MessageTrace = lazy(() => import('./MessageTrace'));

/** As many as one reads through. */
const MOST = 50;

interface Found {
  readonly items: readonly Message[];
  readonly next?: number | null | undefined;
}

interface Props {
  /** Whose messages they are. */
  readonly of: string;
  readonly load: (query: TraceQuery) => Promise<Found>;
  readonly place: TracePlace;
  readonly go: (place: TracePlace, replace?: boolean) => void;
  /** What else narrows the list. */
  readonly filter?: ReactNode;
}

/** 配送履歴: messages, and the life of one. */
export function Traces({ of, load, place, go, filter }: Props) {
  const say = useTraceText();
  const { q, open, from } = place;
  const found = useQuery({
    queryKey: ['trace', of, q ?? '', from ?? 0],
    queryFn: () => load({ q, before: from, limit: MOST }),
    placeholderData: (before, query) => (query?.queryKey[1] === of ? before : undefined),
  });
  const show = useCallback((message: Message | undefined) => go({ q, from, open: message?.id }), [go, q, from]);
  const columns = useTraceColumns(show);
  if (open && found.data) {
    return (
      <Suspense fallback={null}>
        <MessageTrace message={found.data.items.find((one) => one.id === open)} onBack={() => show(undefined)} />
      </Suspense>
    );
  }
  const next = found.data?.next;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <ErrorAlert error={found.error} onRetry={() => void found.refetch()} />
      <div className={classes.filters}>
        <SearchField label={say('search')} value={q ?? ''} onChange={(text) => go({ q: text || undefined }, true)} />
        {filter}
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
        <Button variant="default" mt={12} onClick={() => go({ q, from: next })}>
          {say('more')}
        </Button>
      )}
    </>
  );
}
