// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** The domains of the customer, the use of the plan, and what needs attention. */
export function getPortal() {
  return answer(api.GET('/api/portal'));
}
