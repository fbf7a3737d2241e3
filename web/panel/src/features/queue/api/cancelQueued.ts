// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Takes a message out of the queue; its sender is not told. */
export function cancelQueued(message: string) {
  return answer(api.POST('/api/queue/{message}/cancel', { params: { path: { message } } }));
}
