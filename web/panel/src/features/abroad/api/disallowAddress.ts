// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Makes an IP address no exception any more. */
export function disallowAddress(domain: string, ip: string) {
  return answer(api.DELETE('/api/domains/{domain}/country/addresses/{ip}', { params: { path: { domain, ip } } }));
}
