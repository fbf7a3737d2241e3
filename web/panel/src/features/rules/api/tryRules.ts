// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';
import type { Whose } from '../rule';

/** Which rules would take a message; nothing is done. */
export function tryRules({ domain, address }: Whose, body: components['schemas']['TryRequest']) {
  return address === undefined
    ? answer(api.POST('/api/domains/{domain}/rules/try', { params: { path: { domain } }, body }))
    : answer(api.POST('/api/accounts/{address}/rules/try', { params: { path: { address } }, body }));
}
