// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Domains of the customer; for operators, everybody's. */
export function listDomains(query: Query) {
  return answer(api.GET('/api/domains', { params: { query } }));
}
