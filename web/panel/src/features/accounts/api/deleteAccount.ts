// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** The account receives nothing from now on, and can be brought back for 7 days. */
export function deleteAccount(address: string) {
  return answer(api.DELETE('/api/accounts/{address}', { params: { path: { address } } }));
}
