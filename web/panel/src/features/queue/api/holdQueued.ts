// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Keeps a message back until it is released. */
export function holdQueued(message: string) {
  return answer(api.POST('/api/queue/{message}/hold', { params: { path: { message } } }));
}
