// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Looks now. */
export function checkNameServers(domain: string) {
  return answer(api.POST('/api/domains/{domain}/name-servers/check', { params: { path: { domain } } }));
}
