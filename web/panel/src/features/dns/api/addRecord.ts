// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Adds an own record. */
export function addRecord(domain: string, edit: components['schemas']['DnsEdit']) {
  return answer(api.POST('/api/domains/{domain}/dns/records', { params: { path: { domain } }, body: edit }));
}
