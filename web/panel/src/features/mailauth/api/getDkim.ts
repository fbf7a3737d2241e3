// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** DKIM of a domain, as chosen and as published. */
export function getDkim(domain: string) {
  return answer(api.GET('/api/domains/{domain}/dkim', { params: { path: { domain } } }));
}
