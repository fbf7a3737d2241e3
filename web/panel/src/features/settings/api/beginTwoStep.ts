// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** A secret that counts once a code of it was sent. */
export function beginTwoStep() {
  return answer(api.POST('/api/two-step'));
}
