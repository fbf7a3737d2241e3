// SPDX-License-Identifier: Apache-2.0
import { Button, type Column, IconArrowForwardUp, StateChip, UsageBar } from '@fumibako/kit';
import { useMemo } from 'react';
import { AccountState } from './AccountState';
import { type Account, usedMegabytes } from './account';
import classes from './accounts.module.css';
import { useAccountsText } from './text';

/** The columns of the list; `opened` is the address whose drawer is open. */
export function useColumns(onOpen: (account: Account) => void, opened: string | undefined): Column<Account>[] {
  const say = useAccountsText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: onOpen only writes into the address bar
  return useMemo(
    () => [
      {
        id: 'address',
        head: say('address'),
        sortable: true,
        cell: (account) => (
          <>
            <div className={classes.address}>{account.address}</div>
            {account.name && <div className={classes.memo}>{account.name}</div>}
            <AccountState account={account} />
          </>
        ),
      },
      {
        id: 'quota',
        head: say('storage'),
        sortable: true,
        cell: (account) => (
          <div className={classes.usage}>
            <UsageBar label={account.address} used={usedMegabytes(account)} allowed={account.quotaMegabytes} />
          </div>
        ),
      },
      { id: 'forwarding', head: say('forwarding'), cell: (account) => <Forwards account={account} /> },
      {
        id: 'auto-reply',
        head: say('autoReply'),
        cell: (account) =>
          account.autoReply ? <StateChip state="ok">{say('on')}</StateChip> : <span className={classes.none}>–</span>,
      },
      {
        id: 'action',
        head: '',
        right: true,
        width: 'narrow',
        cell: (account) => (
          <Button
            size="compact-sm"
            h={28}
            variant={account.address === opened ? 'filled' : 'default'}
            aria-label={say('changeOf', { address: account.address })}
            onClick={() => onOpen(account)}
          >
            {say('change')}
          </Button>
        ),
      },
    ],
    [say, opened],
  );
}

function Forwards({ account }: { account: Account }) {
  const say = useAccountsText();
  const { targets, stopped } = account.forwarding;
  if (targets === 0) {
    return <span className={classes.none}>–</span>;
  } else if (stopped > 0) {
    return <StateChip state="warn">{say('forwardsStopped', { count: stopped })}</StateChip>;
  }
  return (
    <span className={classes.forwards}>
      <IconArrowForwardUp size={16} stroke={1.75} aria-hidden />
      {say('forwards', { count: targets })}
    </span>
  );
}
