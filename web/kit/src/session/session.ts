// SPDX-License-Identifier: Apache-2.0
import { createContext, use } from 'react';
import { rememberCsrf } from '../api/reach';
import type { components } from '../api/schema';

export type SessionView = components['schemas']['SessionView'];

/** Somebody who is signed in. */
export type Session = SessionView & { login: string; name: string };

export const SESSION_KEY = ['session'] as const;

/** Keeps the token for changes that an answer brings; null when nobody is signed in. */
export function accepted(view: SessionView): Session | null {
  rememberCsrf(view.csrfToken);
  return view.login === null ? null : { ...view, login: view.login, name: view.name || view.login };
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below a {@link SessionGate}. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) {
    throw new Error('outside a SessionGate');
  }
  return session;
}
