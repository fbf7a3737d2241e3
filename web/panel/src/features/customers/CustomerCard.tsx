// SPDX-License-Identifier: Apache-2.0
import { IconChevronRight, UnstyledButton, useFormats } from '@fumibako/kit';
import { CustomerState } from './columns';
import classes from './customers.module.css';
import { useCustomersText } from './text';
import type { Customer } from './usePlans';

/** A customer in the list on a phone; the whole of it opens. */
export function CustomerCard({ customer, onOpen }: { customer: Customer; onOpen: () => void }) {
  const say = useCustomersText();
  const formats = useFormats();
  return (
    <UnstyledButton className={classes.card} onClick={onOpen}>
      <span className={classes.cardHead}>
        <b>{customer.name}</b>
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </span>
      <span className={classes.sub}>{customer.login}</span>
      <span className={classes.cardFoot}>
        <CustomerState customer={customer} />
        <span>{customer.plan}</span>
        <span>
          {say('domains')} {formats.number(customer.domains)}
        </span>
        <span>
          {say('accounts')} {formats.number(customer.accounts)}
        </span>
      </span>
    </UnstyledButton>
  );
}
