// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Other sessions end; the answer is the only place where the recovery codes can be read. */
export function confirmTwoStep(code: string) {
  return answer(api.PUT('/api/two-step', { body: { code } }));
}
