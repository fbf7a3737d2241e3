// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function getTwoStep() {
  return answer(api.GET('/api/two-step'));
}
