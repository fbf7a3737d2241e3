// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

export function addAccount(domain: string, account: components['schemas']['NewAccount']) {
  return answer(api.POST('/api/domains/{domain}/accounts', { params: { path: { domain } }, body: account }));
}
