// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function changeCustomer(name: string) {
  return answer(api.PATCH('/api/customer', { body: { name } }));
}
