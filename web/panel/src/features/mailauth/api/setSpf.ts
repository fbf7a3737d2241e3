// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Chooses SPF of a domain; it is published at once. */
export function setSpf(domain: string, edit: components['schemas']['SpfEdit']) {
  return answer(api.PUT('/api/domains/{domain}/spf', { params: { path: { domain } }, body: edit }));
}
