// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** All of it, or nothing. */
export function changeContract(customer: string, change: components['schemas']['CustomerChange']) {
  return answer(api.PATCH('/api/operator/customers/{customer}', { params: { path: { customer } }, body: change }));
}
