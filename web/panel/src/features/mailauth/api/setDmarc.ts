// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Chooses DMARC of a domain; it is published at once. */
export function setDmarc(domain: string, edit: components['schemas']['DmarcEdit']) {
  return answer(api.PUT('/api/domains/{domain}/dmarc', { params: { path: { domain } }, body: edit }));
}
