// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Who came from abroad within seven days. */
export function listAttempts(domain: string) {
  return answer(api.GET('/api/domains/{domain}/country/attempts', { params: { path: { domain } } }));
}
