// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly q?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Changes of a domain's. */
export function listDomainHistory(domain: string, query: Query) {
  return answer(api.GET('/api/domains/{domain}/history', { params: { path: { domain }, query } }));
}
