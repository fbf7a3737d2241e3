// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getCustomer() {
  return answer(api.GET('/api/customer'));
}
