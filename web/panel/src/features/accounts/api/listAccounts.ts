// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export interface AccountQuery {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A piece of the list of a domain's accounts. */
export function listAccounts(domain: string, query: AccountQuery) {
  return answer(api.GET('/api/domains/{domain}/accounts', { params: { path: { domain }, query } }));
}
