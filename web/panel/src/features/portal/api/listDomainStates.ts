// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** How the domains are that the list of domains has for the same query. */
export function listDomainStates(query: Query) {
  return answer(api.GET('/api/domain-states', { params: { query } }));
}
