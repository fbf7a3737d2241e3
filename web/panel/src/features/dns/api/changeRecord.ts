// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Replaces an own record. */
export function changeRecord(domain: string, record: number, edit: components['schemas']['DnsEdit']) {
  return answer(
    api.PUT('/api/domains/{domain}/dns/records/{record}', {
      params: { path: { domain, record: String(record) } },
      body: edit,
    }),
  );
}
