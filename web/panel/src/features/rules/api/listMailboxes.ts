// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function listMailboxes(address: string) {
  return answer(api.GET('/api/accounts/{address}/mailboxes', { params: { path: { address } } }));
}
