// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function addTarget(address: string, target: string) {
  return answer(
    api.POST('/api/accounts/{address}/forwarding/targets', {
      params: { path: { address } },
      body: { address: target },
    }),
  );
}
