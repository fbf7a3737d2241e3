// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Lets one IP address send, whatever its country. */
export function allowAddress(domain: string, address: string) {
  return answer(
    api.POST('/api/domains/{domain}/country/addresses', { params: { path: { domain } }, body: { address } }),
  );
}
