// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** The records of a domain: own ones, and those that are there by themselves. */
export function listRecords(domain: string) {
  return answer(api.GET('/api/domains/{domain}/dns/records', { params: { path: { domain } } }));
}
