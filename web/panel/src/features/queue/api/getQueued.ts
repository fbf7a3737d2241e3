// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** One message with what came of each attempt. */
export function getQueued(message: string) {
  return answer(api.GET('/api/queue/{message}', { params: { path: { message } } }));
}
