// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly domain?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
}

/** Mail on its way to other servers, the oldest first. */
export function listQueue(query: Query) {
  return answer(api.GET('/api/queue', { params: { query } }));
}
