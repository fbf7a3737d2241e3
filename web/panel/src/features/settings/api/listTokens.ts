// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function listTokens() {
  return answer(api.GET('/api/tokens'));
}
