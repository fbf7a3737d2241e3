// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Tries a message now. */
export function retryQueued(message: string) {
  return answer(api.POST('/api/queue/{message}/retry', { params: { path: { message } } }));
}
