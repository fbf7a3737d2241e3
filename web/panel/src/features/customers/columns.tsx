// SPDX-License-Identifier: Apache-2.0
import { Button, type Column, StateChip } from '@fumibako/kit';
import { useMemo } from 'react';
import classes from './customers.module.css';
import { useCustomersText } from './text';
import { Use } from './Use';
import { type Customer, usePlans } from './usePlans';

export function CustomerState({ customer }: { customer: Customer }) {
  const say = useCustomersText();
  return customer.suspended ? (
    <StateChip state="warn">{say('suspended')}</StateChip>
  ) : (
    <StateChip state="ok">{say('active')}</StateChip>
  );
}

export function useCustomerColumns(onOpen: (customer: Customer) => void): Column<Customer>[] {
  const say = useCustomersText();
  const plans = usePlans();
  return useMemo(() => {
    const plan = (customer: Customer) => plans.find((one) => one.name === customer.plan);
    return [
      {
        id: 'customer',
        head: say('customer'),
        cell: (customer) => (
          <>
            <div className={classes.name}>{customer.name}</div>
            <span className={classes.sub}>{customer.login}</span>
          </>
        ),
      },
      { id: 'plan', head: say('plan'), width: 'narrow', cell: (customer) => customer.plan },
      {
        id: 'domains',
        head: say('domains'),
        cell: (customer) => <Use label={say('domains')} used={customer.domains} allowed={plan(customer)?.domains} />,
      },
      {
        id: 'accounts',
        head: say('accounts'),
        cell: (customer) => <Use label={say('accounts')} used={customer.accounts} allowed={plan(customer)?.accounts} />,
      },
      {
        id: 'disk',
        head: say('disk'),
        cell: (customer) => (
          <Use label={say('disk')} used={customer.quotaMegabytes} allowed={plan(customer)?.diskMegabytes} megabytes />
        ),
      },
      { id: 'state', head: say('state'), cell: (customer) => <CustomerState customer={customer} /> },
      {
        id: 'action',
        head: '',
        right: true,
        width: 'narrow',
        cell: (customer) => (
          <Button
            size="compact-sm"
            h={28}
            variant="default"
            aria-label={say('changeOf', { name: customer.name })}
            onClick={() => onOpen(customer)}
          >
            {say('change')}
          </Button>
        ),
      },
    ];
  }, [say, plans, onOpen]);
}
