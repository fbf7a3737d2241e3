// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function revokeToken(token: number) {
  return answer(api.DELETE('/api/tokens/{token}', { params: { path: { token: String(token) } } }));
}
