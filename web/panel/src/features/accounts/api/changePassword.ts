// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Ends every session that began with the old password. The owner of the account has to give that too. */
export function changePassword(address: string, password: string, current?: string) {
  return answer(
    api.PUT('/api/accounts/{address}/password', {
      params: { path: { address } },
      body: current === undefined ? { password } : { password, current },
    }),
  );
}
