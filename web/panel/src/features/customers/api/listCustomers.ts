// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

interface Query {
  readonly q?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export function listCustomers(query: Query) {
  return answer(api.GET('/api/operator/customers', { params: { query } }));
}
