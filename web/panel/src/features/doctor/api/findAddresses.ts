// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** As many as a list of suggestions shows. */
const SHOWN = 20;

/** Accounts of a domain whose address has `q` in it. */
export function findAddresses(domain: string, q: string) {
  return answer(
    api.GET('/api/domains/{domain}/accounts', { params: { path: { domain }, query: { q, offset: 0, limit: SHOWN } } }),
  );
}
