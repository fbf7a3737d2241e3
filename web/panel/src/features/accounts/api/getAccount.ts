// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getAccount(address: string) {
  return answer(api.GET('/api/accounts/{address}', { params: { path: { address } } }));
}
