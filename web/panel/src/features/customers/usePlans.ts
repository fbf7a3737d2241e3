// SPDX-License-Identifier: Apache-2.0
import { type components, useQuery } from '@fumibako/kit/api';
import { listPlans } from './api/listPlans';

export type Customer = components['schemas']['CustomerRow'];
export type Plan = components['schemas']['PlanRow'];

export function usePlans(): readonly Plan[] {
  return useQuery({ queryKey: ['plans'], queryFn: listPlans }).data?.items ?? [];
}
