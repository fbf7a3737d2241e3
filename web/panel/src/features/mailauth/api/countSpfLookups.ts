// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** How often others have to ask DNS for `record`, term by term. */
export function countSpfLookups(domain: string, record: string) {
  return answer(api.GET('/api/domains/{domain}/spf/lookups', { params: { path: { domain }, query: { record } } }));
}
