// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** What the customer should look at. */
export function getAttention() {
  return answer(api.GET('/api/attention'));
}
