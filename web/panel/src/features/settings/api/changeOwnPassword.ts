// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Every other session of this person ends. */
export function changeOwnPassword(current: string, password: string) {
  return answer(api.PUT('/api/session/password', { body: { current, password } }));
}
