// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';
import type { Whose } from '../rule';

export function getRules({ domain, address }: Whose) {
  return address === undefined
    ? answer(api.GET('/api/domains/{domain}/rules', { params: { path: { domain } } }))
    : answer(api.GET('/api/accounts/{address}/rules', { params: { path: { address } } }));
}
