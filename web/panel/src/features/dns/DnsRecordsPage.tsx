// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DataTable,
  EmptyState,
  ErrorAlert,
  IconPlus,
  PageHead,
  useNavigate,
  useParams,
  useSearch,
} from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense } from 'react';
import { listRecords } from './api/listRecords';
import { keyOf } from './record';
import { RecordCard, useRecordColumns } from './recordRows';
import { useDnsText } from './text';

const ImportDrawer = lazy(() => import('./ImportDrawer'));
const RecordDrawer = lazy(() => import('./RecordDrawer'));

/** In the address bar, for the drawer of a record that is not there yet. */
const NEW = 'new';

/** For the drawer that reads a zone file. */
const IMPORT = 'import';

/** DNSレコード設定: the records of a domain, automatic ones and own ones. */
export function DnsRecordsPage() {
  const say = useDnsText();
  const { domain } = useParams({ from: '/panel/$domain/dns' });
  const { open } = useSearch({ from: '/panel/$domain/dns' });
  const navigate = useNavigate({ from: '/panel/$domain/dns' });
  const show = (next: string | undefined) => void navigate({ search: { open: next } });
  const records = useQuery({ queryKey: ['records', domain], queryFn: () => listRecords(domain) });
  const rows = records.data?.records;
  const columns = useRecordColumns((record) => show(keyOf(record)), open);
  const opened = rows?.find((record) => record.id !== null && keyOf(record) === open);
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead', { domain })}
        actions={
          <>
            <Button variant="default" size="md" component="a" href={`/api/domains/${domain}/dns/file`} download>
              {say('export')}
            </Button>
            <Button variant="default" size="md" onClick={() => show(IMPORT)}>
              {say('import')}
            </Button>
            <Button size="md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show(NEW)}>
              {say('add')}
            </Button>
          </>
        }
      />
      <ErrorAlert error={records.error} onRetry={() => void records.refetch()} />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={records.isError ? [] : rows}
        keyOf={keyOf}
        selected={open}
        card={(record) => <RecordCard record={record} onOpen={() => show(keyOf(record))} />}
        empty={records.isError ? null : <EmptyState text={say('empty')} />}
      />
      <Suspense fallback={null}>
        {open === IMPORT && <ImportDrawer domain={domain} onClose={() => show(undefined)} />}
        {(opened || open === NEW) && (
          <RecordDrawer key={open} domain={domain} record={opened} onClose={() => show(undefined)} />
        )}
      </Suspense>
    </>
  );
}
