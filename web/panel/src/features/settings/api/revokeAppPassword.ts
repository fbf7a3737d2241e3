// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function revokeAppPassword(address: string, password: number) {
  return answer(
    api.DELETE('/api/accounts/{address}/app-passwords/{password}', {
      params: { path: { address, password: String(password) } },
    }),
  );
}
