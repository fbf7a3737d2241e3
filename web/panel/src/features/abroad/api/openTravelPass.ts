// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Lets an account send from some countries for a while. */
export function openTravelPass(address: string, pass: components['schemas']['NewPass']) {
  return answer(api.POST('/api/accounts/{address}/travel-passes', { params: { path: { address } }, body: pass }));
}
