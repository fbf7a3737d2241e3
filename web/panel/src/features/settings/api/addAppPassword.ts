// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** The answer is the only place where the password can be read. */
export function addAppPassword(address: string, body: components['schemas']['NewAppPassword']) {
  return answer(api.POST('/api/accounts/{address}/app-passwords', { params: { path: { address } }, body }));
}
