// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '@fumibako/kit/api';

/** The answer is the only place where the token can be read. */
export function addToken(body: components['schemas']['NewToken']) {
  return answer(api.POST('/api/tokens', { body }));
}
