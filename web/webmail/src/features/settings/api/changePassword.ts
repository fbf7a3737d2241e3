// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Changes one's own password, which ends all other sessions. */
export function changePassword(address: string, current: string, password: string) {
  return answer(
    api.PUT('/api/accounts/{address}/password', { params: { path: { address } }, body: { password, current } }),
  );
}
