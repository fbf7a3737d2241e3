// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function listAppPasswords(address: string) {
  return answer(api.GET('/api/accounts/{address}/app-passwords', { params: { path: { address } } }));
}
