// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useSearch } from '@fumibako/kit';
import { listHistory } from './api/listHistory';
import { HistoryList } from './HistoryList';

/** 操作履歴 of everything that this person may see. */
export function HistoryPage() {
  const search = useSearch({ from: '/portal/history' });
  const navigate = useNavigate({ from: '/portal/history' });
  return (
    <HistoryList
      of="all"
      read={listHistory}
      q={search.q}
      from={search.from}
      onMove={(place) => void navigate({ search: (before) => ({ ...before, ...place }), replace: true })}
    />
  );
}
