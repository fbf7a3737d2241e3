// SPDX-License-Identifier: Apache-2.0
import { DataTable, EmptyState, ErrorAlert, PageHead, SearchField } from '@fumibako/kit';
import { type components, useQuery } from '@fumibako/kit/api';
import { ChangeCard, useChangeColumns } from './changeRows';
import { useHistoryText } from './text';

const PAGE = 50;

interface Place {
  readonly q?: string | undefined;
  readonly from?: number | undefined;
}

interface Props extends Place {
  /** Whose changes, for the cache. */
  readonly of: string;
  readonly read: (query: {
    q: string | undefined;
    offset: number;
    limit: number;
  }) => Promise<components['schemas']['ChangeViews']>;
  readonly onMove: (place: Place) => void;
}

/** Changes, the newest first, each with its undoing as long as there is one. */
export function HistoryList({ of, read, q, from = 0, onMove }: Props) {
  const say = useHistoryText();
  const changes = useQuery({
    queryKey: ['history', of, q ?? '', from],
    queryFn: () => read({ q, offset: from, limit: PAGE }),
  });
  const columns = useChangeColumns();
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <ErrorAlert error={changes.error} onRetry={() => void changes.refetch()} />
      <SearchField
        label={say('search')}
        value={q ?? ''}
        onChange={(text) => onMove({ q: text || undefined, from: undefined })}
      />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={changes.isError ? [] : changes.data?.items}
        keyOf={(change) => String(change.id)}
        card={(change) => <ChangeCard change={change} />}
        empty={changes.isError ? null : <EmptyState text={q ? say('nothingFound', { text: q }) : say('empty')} />}
        page={{
          offset: from,
          limit: PAGE,
          total: changes.data?.total ?? 0,
          onMove: (next) => onMove({ from: next || undefined }),
        }}
      />
    </>
  );
}
