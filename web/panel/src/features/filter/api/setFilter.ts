// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

export function setFilter(domain: string, body: components['schemas']['FilterEdit']) {
  return answer(api.PUT('/api/domains/{domain}/filter', { params: { path: { domain } }, body }));
}
