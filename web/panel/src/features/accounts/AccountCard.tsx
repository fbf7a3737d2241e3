// SPDX-License-Identifier: Apache-2.0
import { IconArrowForwardUp, IconChevronRight, StateChip, UnstyledButton, UsageBar, useFormats } from '@fumibako/kit';
import { AccountState } from './AccountState';
import { type Account, usedMegabytes } from './account';
import classes from './accounts.module.css';
import { useAccountsText } from './text';

/** An account in the list on a phone; the whole of it opens. */
export function AccountCard({ account, onOpen }: { account: Account; onOpen: () => void }) {
  const say = useAccountsText();
  const formats = useFormats();
  const used = usedMegabytes(account);
  return (
    <UnstyledButton className={classes.card} onClick={onOpen}>
      <span className={classes.cardHead}>
        <b>{account.address}</b>
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </span>
      {account.name && <span className={classes.memo}>{account.name}</span>}
      <span className={classes.cardBar}>
        <UsageBar label={account.address} used={used} allowed={account.quotaMegabytes} text="" beside />
      </span>
      <span className={classes.cardChips}>
        <span>{formats.usage(used, account.quotaMegabytes)}</span>
        {account.forwarding.targets > 0 && (
          <span className={classes.forwards}>
            <IconArrowForwardUp size={14} stroke={2} aria-hidden />
            {say('forwardsPhone', { count: account.forwarding.targets })}
          </span>
        )}
        {account.autoReply && <StateChip state="ok">{say('autoReplyOn')}</StateChip>}
        <AccountState account={account} />
      </span>
    </UnstyledButton>
  );
}
