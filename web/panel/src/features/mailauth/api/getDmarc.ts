// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** DMARC of a domain, as chosen and as published. */
export function getDmarc(domain: string) {
  return answer(api.GET('/api/domains/{domain}/dmarc', { params: { path: { domain } } }));
}
