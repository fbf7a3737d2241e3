// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function resumeTarget(address: string, target: string) {
  return answer(
    api.POST('/api/accounts/{address}/forwarding/targets/{target}/resume', { params: { path: { address, target } } }),
  );
}
