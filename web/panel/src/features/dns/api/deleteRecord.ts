// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Deletes an own record. */
export function deleteRecord(domain: string, record: number) {
  return answer(
    api.DELETE('/api/domains/{domain}/dns/records/{record}', { params: { path: { domain, record: String(record) } } }),
  );
}
