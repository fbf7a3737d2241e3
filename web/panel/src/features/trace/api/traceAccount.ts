// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';
import type { TraceQuery } from '@fumibako/kit/trace';

/** Where messages of an account went, the latest first. */
export function traceAccount(address: string, query: TraceQuery) {
  return answer(api.GET('/api/accounts/{address}/trace', { params: { path: { address }, query } }));
}
