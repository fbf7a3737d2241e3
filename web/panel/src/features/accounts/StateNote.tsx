// SPDX-License-Identifier: Apache-2.0
import { Link, Note, useFormats } from '@fumibako/kit';
import type { Account } from './account';
import { useAccountsText } from './text';

/** Why an account does not work as others do, at the top of its drawer. */
export function StateNote({ account }: { account: Account }) {
  const say = useAccountsText();
  const formats = useFormats();
  if (account.state === 'active') {
    return null;
  } else if (account.state === 'suspended') {
    return <Note kind="warn">{say('suspendedNote')}</Note>;
  }
  const domain = account.address.slice(account.address.lastIndexOf('@') + 1);
  return (
    <Note kind="info">
      {say('deletingNote', { date: account.removedOn ? formats.date(account.removedOn) : '' })}{' '}
      <Link to="/panel/$domain/history" params={{ domain }}>
        {say('openHistory')}
      </Link>
    </Note>
  );
}
