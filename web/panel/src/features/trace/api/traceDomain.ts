// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';
import type { TraceQuery } from '@fumibako/kit/trace';

/** Where messages of a domain's accounts went, or of one of them, the latest first. */
export function traceDomain(domain: string, query: TraceQuery & { readonly account: string | undefined }) {
  return answer(api.GET('/api/domains/{domain}/trace', { params: { path: { domain }, query } }));
}
