// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DataTable,
  EmptyState,
  ErrorAlert,
  IconPlus,
  PageHead,
  SearchField,
  useNavigate,
  useSearch,
} from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense, useCallback } from 'react';
import { listCustomers } from './api/listCustomers';
import { CustomerCard } from './CustomerCard';
import { useCustomerColumns } from './columns';
import { useCustomersText } from './text';
import type { Customer } from './usePlans';

const CustomerDrawer = lazy(() => import('./CustomerDrawer'));
const NewCustomerDrawer = lazy(() => import('./NewCustomerDrawer'));

/** Rows of a page of the list. */
const PAGE = 50;

/** In the address bar, for the drawer of a customer that is not there yet; no login has a plus sign. */
const NEW = '+';

/** 契約者, for operators. */
export function CustomersPage() {
  const say = useCustomersText();
  const { q, from = 0, open } = useSearch({ from: '/portal/customers' });
  const navigate = useNavigate({ from: '/portal/customers' });
  const customers = useQuery({
    queryKey: ['customers', q ?? '', from],
    queryFn: () => listCustomers({ q, offset: from, limit: PAGE }),
    placeholderData: (before) => before,
  });
  const show = useCallback(
    (login: string | undefined) => void navigate({ search: (before) => ({ ...before, open: login }) }),
    [navigate],
  );
  const columns = useCustomerColumns(useCallback((customer: Customer) => show(customer.login), [show]));
  const opened = customers.data?.items.find((customer) => customer.login === open);
  const close = () => show(undefined);
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead')}
        actions={
          <Button size="md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show(NEW)}>
            {say('add')}
          </Button>
        }
      />
      <ErrorAlert error={customers.error} onRetry={() => void customers.refetch()} />
      <SearchField
        label={say('search')}
        value={q ?? ''}
        onChange={(text) =>
          void navigate({ search: (before) => ({ ...before, q: text || undefined, from: undefined }), replace: true })
        }
      />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={customers.isError ? [] : customers.data?.items}
        keyOf={(customer) => customer.login}
        card={(customer) => <CustomerCard customer={customer} onOpen={() => show(customer.login)} />}
        empty={customers.isError ? null : <EmptyState text={q ? say('nothingFound', { text: q }) : say('empty')} />}
        page={{
          offset: from,
          limit: PAGE,
          total: customers.data?.total ?? 0,
          onMove: (next) => void navigate({ search: { q, from: next || undefined } }),
        }}
      />
      <Suspense fallback={null}>
        {open === NEW && <NewCustomerDrawer onClose={close} />}
        {opened && <CustomerDrawer key={opened.login} customer={opened} onClose={close} />}
      </Suspense>
    </>
  );
}
