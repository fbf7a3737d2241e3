// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getDomain(domain: string) {
  return answer(api.GET('/api/domains/{domain}', { params: { path: { domain } } }));
}
