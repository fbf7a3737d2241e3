// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getAutoReply(address: string) {
  return answer(api.GET('/api/accounts/{address}/auto-reply', { params: { path: { address } } }));
}
