// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DataTable,
  EmptyState,
  ErrorAlert,
  IconPlus,
  PageHead,
  SearchField,
  useFormats,
  useNavigate,
  useParams,
  useSearch,
} from '@fumibako/kit';
import { lazy, Suspense } from 'react';
import { useDomain } from '../domains/useDomain';
import { AccountCard } from './AccountCard';
import type { Account } from './account';
import { useColumns } from './columns';
import { useAccountsText } from './text';
import { PAGE, useAccounts } from './useAccounts';

const AccountDrawer = lazy(() => import('./AccountDrawer'));
const ImportDrawer = lazy(() => import('./ImportDrawer'));
const NewAccountDrawer = lazy(() => import('./NewAccountDrawer'));

/** In the address bar, for the drawer of an account that is not there yet. */
const NEW = 'new';

/** The same, for the drawer of tables. */
const CSV = 'csv';

/** メールアカウント設定: the accounts of a domain, and the drawer of one. */
export function AccountsPage() {
  const say = useAccountsText();
  const { domain } = useParams({ from: '/panel/$domain/accounts' });
  const search = useSearch({ from: '/panel/$domain/accounts' });
  const navigate = useNavigate({ from: '/panel/$domain/accounts' });
  const accounts = useAccounts(domain, search);
  const place = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: !('open' in change) });
  const open = (account: Account | undefined) => place({ open: account?.address });
  const columns = useColumns(open, search.open);
  const opened = accounts.data?.items.find((account) => account.address === search.open);

  return (
    <>
      <PageHead
        title={say('title')}
        lead={<Lead domain={domain} />}
        actions={
          <>
            <Button size="md" variant="default" onClick={() => place({ open: CSV })}>
              {say('csv')}
            </Button>
            <Button size="md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => place({ open: NEW })}>
              {say('add')}
            </Button>
          </>
        }
      />
      <ErrorAlert error={accounts.error} onRetry={() => void accounts.refetch()} />
      <SearchField
        label={say('search')}
        value={search.q ?? ''}
        onChange={(q) => place({ q: q || undefined, from: undefined })}
      />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={accounts.isError ? [] : accounts.data?.items}
        keyOf={(account) => account.address}
        selected={search.open}
        sort={search.sort ?? 'address'}
        onSort={(sort) => place({ sort: sort === 'address' ? undefined : sort, from: undefined })}
        card={(account) => <AccountCard account={account} onOpen={() => open(account)} />}
        empty={
          accounts.isError ? null : (
            <EmptyState text={search.q ? say('nothingFound', { text: search.q }) : say('empty')} />
          )
        }
        page={{
          offset: search.from ?? 0,
          limit: PAGE,
          total: accounts.data?.total ?? 0,
          onMove: (from) => place({ from: from || undefined }),
        }}
      />
      <Suspense fallback={null}>
        {search.open === NEW && <NewAccountDrawer domain={domain} onClose={() => open(undefined)} />}
        {search.open === CSV && <ImportDrawer domain={domain} onClose={() => open(undefined)} />}
        {opened && (
          <AccountDrawer key={opened.address} account={opened} onClose={() => open(undefined)} onReopen={open} />
        )}
      </Suspense>
    </>
  );
}

function Lead({ domain }: { domain: string }) {
  const say = useAccountsText();
  const formats = useFormats();
  const { data } = useDomain(domain);
  if (!data) {
    return domain;
  } else if (data.accounts === 0) {
    return say('leadEmpty', { domain });
  }
  return say('lead', { domain, count: data.accounts, size: formats.size(data.usedBytes) });
}
