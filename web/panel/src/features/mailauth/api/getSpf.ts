// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** SPF of a domain, as chosen and as published. */
export function getSpf(domain: string) {
  return answer(api.GET('/api/domains/{domain}/spf', { params: { path: { domain } } }));
}
