// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Puts a sender on the list of those whose mail is never spam, or always. */
export function addSender(domain: string, list: 'allowed' | 'blocked', pattern: string) {
  const init = { params: { path: { domain } }, body: { pattern } };
  return list === 'allowed'
    ? answer(api.POST('/api/domains/{domain}/filter/allowed', init))
    : answer(api.POST('/api/domains/{domain}/filter/blocked', init));
}
