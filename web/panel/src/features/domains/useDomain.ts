// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { getDomain } from './api/getDomain';

/** A domain at a glance. */
export function useDomain(domain: string) {
  return useQuery({ queryKey: ['domain', domain], queryFn: () => getDomain(domain) });
}
