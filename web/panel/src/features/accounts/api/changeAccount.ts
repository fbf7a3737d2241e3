// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Changes what `edit` names and leaves the rest. */
export function changeAccount(address: string, edit: components['schemas']['AccountEdit']) {
  return answer(api.PATCH('/api/accounts/{address}', { params: { path: { address } }, body: edit }));
}
