// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** As the domain says, limited, or free. */
export function setAccountRule(address: string, choice: components['schemas']['CountryChoice']) {
  return answer(api.PUT('/api/accounts/{address}/country', { params: { path: { address } }, body: { choice } }));
}
