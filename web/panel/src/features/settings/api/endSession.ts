// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function endSession(session: string) {
  return answer(api.DELETE('/api/sessions/{session}', { params: { path: { session } } }));
}
