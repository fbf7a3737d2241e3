// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Whom the world asks about a domain, as it was last seen. */
export function getNameServers(domain: string) {
  return answer(api.GET('/api/domains/{domain}/name-servers', { params: { path: { domain } } }));
}
