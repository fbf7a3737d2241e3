// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Whether accounts of the domain may send from abroad, and the exceptions. */
export function getCountryRule(domain: string) {
  return answer(api.GET('/api/domains/{domain}/country', { params: { path: { domain } } }));
}
