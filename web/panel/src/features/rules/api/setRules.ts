// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';
import type { Whose } from '../rule';

/** All rules, in their order, instead of those there are. */
export function setRules({ domain, address }: Whose, body: components['schemas']['RulesEdit']) {
  return address === undefined
    ? answer(api.PUT('/api/domains/{domain}/rules', { params: { path: { domain } }, body }))
    : answer(api.PUT('/api/accounts/{address}/rules', { params: { path: { address } }, body }));
}
