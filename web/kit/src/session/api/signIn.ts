// SPDX-License-Identifier: Apache-2.0
import { answer, api, rememberCsrf } from '../../api/client';
import type { Session } from '../session';

/** Signs in; the cookie comes with the answer. */
export async function signIn(login: string, password: string): Promise<Session> {
  const session = await answer(api.POST('/api/session', { body: { login, password } }));
  rememberCsrf(session.csrf);
  return session;
}
