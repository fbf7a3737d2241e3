// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

export function changeForwarding(address: string, body: components['schemas']['ForwardingEdit']) {
  return answer(api.PATCH('/api/accounts/{address}/forwarding', { params: { path: { address } }, body }));
}
