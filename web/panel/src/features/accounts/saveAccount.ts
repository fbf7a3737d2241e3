// SPDX-License-Identifier: Apache-2.0
import type { AccountValues } from './AccountFields';
import type { Account } from './account';
import { changeAccount } from './api/changeAccount';
import { changePassword } from './api/changePassword';

/**
 * Sends what differs from what the account has. The password goes first: it is refused most often, and then nothing else has
 * been changed.
 *
 * @returns what undoes it, null when nothing does
 */
export async function saveAccount(account: Account, values: AccountValues): Promise<number | null> {
  if (values.password !== '') {
    await changePassword(account.address, values.password);
  }
  const edit = {
    ...(values.name !== account.name && { name: values.name }),
    ...(values.quota !== account.quotaMegabytes && { quotaMegabytes: values.quota }),
  };
  if (Object.keys(edit).length === 0) {
    return null;
  }
  return (await changeAccount(account.address, edit)).undo;
}
