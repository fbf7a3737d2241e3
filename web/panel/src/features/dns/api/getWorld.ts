// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** The records that the domain should have, and whether the world sees them; takes seconds. */
export function getWorld(domain: string) {
  return answer(api.GET('/api/domains/{domain}/dns/world', { params: { path: { domain } } }));
}
