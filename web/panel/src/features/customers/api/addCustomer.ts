// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

export function addCustomer(customer: components['schemas']['NewCustomer']) {
  return answer(api.POST('/api/operator/customers', { body: customer }));
}
