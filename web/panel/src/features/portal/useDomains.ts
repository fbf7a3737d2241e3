// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { getPortal } from './api/getPortal';

export const PORTAL_KEY = ['portal'] as const;

/** The domains of whoever is signed in. */
export function useDomains() {
  return useQuery({ queryKey: PORTAL_KEY, queryFn: getPortal, select: (portal) => portal.domains });
}
