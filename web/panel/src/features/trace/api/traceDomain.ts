// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly q?: string | undefined;
  readonly account?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Where messages of a domain's accounts went, the latest first. */
export function traceDomain(domain: string, query: Query) {
  return answer(api.GET('/api/domains/{domain}/trace', { params: { path: { domain }, query } }));
}
