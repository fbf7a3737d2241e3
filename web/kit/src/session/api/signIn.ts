// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api/client';
import { accepted, type Session } from '../session';

/** Signs in; the cookie comes with the answer. Null when the server wants more proof. */
export async function signIn(login: string, password: string): Promise<Session | null> {
  return accepted(await answer(api.POST('/api/session', { body: { login, password } })));
}
