// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function endTwoStep(code: string) {
  return answer(api.POST('/api/two-step/off', { body: { code } }));
}
