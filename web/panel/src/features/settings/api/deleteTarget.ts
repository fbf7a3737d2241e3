// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function deleteTarget(address: string, target: string) {
  return answer(
    api.DELETE('/api/accounts/{address}/forwarding/targets/{target}', { params: { path: { address, target } } }),
  );
}
