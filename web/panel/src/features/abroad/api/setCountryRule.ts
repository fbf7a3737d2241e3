// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Switches the restriction on or off. */
export function setCountryRule(domain: string, limited: boolean) {
  return answer(api.PUT('/api/domains/{domain}/country', { params: { path: { domain } }, body: { limited } }));
}
