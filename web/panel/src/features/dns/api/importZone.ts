// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Reads records from a zone file; with `replace` the own records that are there go. */
export function importZone(domain: string, text: string, replace: boolean) {
  return answer(api.POST('/api/domains/{domain}/dns/file', { params: { path: { domain } }, body: { text, replace } }));
}
