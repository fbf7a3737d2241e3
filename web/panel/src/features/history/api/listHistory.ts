// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly q?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Changes of everything that this person may see. */
export function listHistory(query: Query) {
  return answer(api.GET('/api/history', { params: { query } }));
}
