// SPDX-License-Identifier: Apache-2.0
import { createContext, use } from 'react';
import type { components } from '../api/schema';

export type Session = components['schemas']['Session'];

export const SESSION_KEY = ['session'] as const;

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below a {@link SessionGate}. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) {
    throw new Error('outside a SessionGate');
  }
  return session;
}
