// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** Chooses DKIM of a domain; it is published at once. */
export function setDkim(domain: string, edit: components['schemas']['DkimEdit']) {
  return answer(api.PUT('/api/domains/{domain}/dkim', { params: { path: { domain } }, body: edit }));
}
