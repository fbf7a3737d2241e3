// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

export function listPlans() {
  return answer(api.GET('/api/operator/plans'));
}
