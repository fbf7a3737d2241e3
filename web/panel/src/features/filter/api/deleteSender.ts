// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function deleteSender(domain: string, list: 'allowed' | 'blocked', pattern: string) {
  const init = { params: { path: { domain, pattern } } };
  return list === 'allowed'
    ? answer(api.DELETE('/api/domains/{domain}/filter/allowed/{pattern}', init))
    : answer(api.DELETE('/api/domains/{domain}/filter/blocked/{pattern}', init));
}
