// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useParams, useSearch } from '@fumibako/kit';
import { listDomainHistory } from './api/listDomainHistory';
import { HistoryList } from './HistoryList';

/** 操作履歴 of one domain. */
export function DomainHistoryPage() {
  const { domain } = useParams({ from: '/panel/$domain/history' });
  const search = useSearch({ from: '/panel/$domain/history' });
  const navigate = useNavigate({ from: '/panel/$domain/history' });
  return (
    <HistoryList
      of={domain}
      read={(query) => listDomainHistory(domain, query)}
      q={search.q}
      from={search.from}
      onMove={(place) => void navigate({ search: (before) => ({ ...before, ...place }), replace: true })}
    />
  );
}
