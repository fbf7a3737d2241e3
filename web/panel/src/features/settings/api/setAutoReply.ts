// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

export function setAutoReply(address: string, body: components['schemas']['AutoReplyEdit']) {
  return answer(api.PUT('/api/accounts/{address}/auto-reply', { params: { path: { address } }, body }));
}
