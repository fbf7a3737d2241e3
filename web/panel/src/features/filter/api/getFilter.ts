// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getFilter(domain: string) {
  return answer(api.GET('/api/domains/{domain}/filter', { params: { path: { domain } } }));
}
