// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function listRuleMessages(address: string) {
  return answer(api.GET('/api/accounts/{address}/rules/messages', { params: { path: { address } } }));
}
