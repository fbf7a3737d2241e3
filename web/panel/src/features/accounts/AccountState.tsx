// SPDX-License-Identifier: Apache-2.0
import { StateChip, useFormats } from '@fumibako/kit';
import type { Account } from './account';
import { useAccountsText } from './text';

/** Says when an account does not do what accounts do; nothing of those that do. */
export function AccountState({ account }: { account: Account }) {
  const say = useAccountsText();
  const formats = useFormats();
  if (account.state === 'deleting') {
    const date = account.removedOn ? formats.dayOfMonth(account.removedOn) : '';
    return <StateChip state="waiting">{say('deleting', { date })}</StateChip>;
  }
  return account.state === 'suspended' ? <StateChip state="off">{say('suspended')}</StateChip> : null;
}
