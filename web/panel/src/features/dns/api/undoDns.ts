// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Takes the last change of the records back. */
export function undoDns(domain: string) {
  return answer(api.POST('/api/domains/{domain}/dns/undo', { params: { path: { domain } } }));
}
