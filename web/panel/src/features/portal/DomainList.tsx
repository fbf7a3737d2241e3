// SPDX-License-Identifier: Apache-2.0
import { DataTable, EmptyState, ErrorAlert, SearchField, useNavigate, useSearch } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { listDomains } from '../domains/api/listDomains';
import { DomainCard, useDomainColumns } from './domainRows';
import { usePortalText } from './text';
import { useDomainStates } from './useDomainStates';

const PAGE = 50;

/** Fewer than this are found by looking. */
const SEARCH_FROM = 10;

/** The domains; to operators those of all customers. */
export function DomainList({ everybody }: { everybody: boolean }) {
  const say = usePortalText();
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const place = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const { q, sort = 'name', from = 0 } = search;
  const domains = useQuery({
    queryKey: ['domains', q ?? '', sort, from],
    queryFn: () => listDomains({ q, sort, offset: from, limit: PAGE }),
    placeholderData: (before) => before,
  });
  const states = useDomainStates({ q, sort, offset: from, limit: PAGE });
  const columns = useDomainColumns(everybody, states);
  const total = domains.data?.total ?? 0;
  return (
    <>
      <ErrorAlert error={domains.error} onRetry={() => void domains.refetch()} />
      {(total >= SEARCH_FROM || q) && (
        <SearchField
          label={say('search')}
          value={q ?? ''}
          onChange={(text) => place({ q: text || undefined, from: undefined })}
        />
      )}
      <DataTable
        label={say('title')}
        columns={columns}
        rows={domains.isError ? [] : domains.data?.items}
        keyOf={(domain) => domain.name}
        sort={sort}
        onSort={(next) => place({ sort: next === 'name' ? undefined : next, from: undefined })}
        card={(domain) => <DomainCard domain={domain} state={states.get(domain.name)} />}
        empty={domains.isError ? null : <EmptyState text={q ? say('nothingFound', { text: q }) : say('empty')} />}
        page={{ offset: from, limit: PAGE, total, onMove: (next) => place({ from: next || undefined }) }}
      />
    </>
  );
}
