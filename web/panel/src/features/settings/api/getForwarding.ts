// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getForwarding(address: string) {
  return answer(api.GET('/api/accounts/{address}/forwarding', { params: { path: { address } } }));
}
