// SPDX-License-Identifier: Apache-2.0
import { answer, api, rememberCsrf } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Session } from '../session';

/** Who is signed in in this browser; null when nobody is. */
export async function getSession(): Promise<Session | null> {
  try {
    const session = await answer(api.GET('/api/session'));
    rememberCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      return null;
    }
    throw error;
  }
}
