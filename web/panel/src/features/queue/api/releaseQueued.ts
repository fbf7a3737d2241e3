// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Lets a held message go on. */
export function releaseQueued(message: string) {
  return answer(api.POST('/api/queue/{message}/release', { params: { path: { message } } }));
}
