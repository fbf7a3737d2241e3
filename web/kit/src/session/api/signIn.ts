// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api/client';
import { accepted, type Session } from '../session';

/** Signs in; the cookie comes with the answer. With two-step sign-in it is refused as `code-required` without a code. */
export async function signIn(login: string, password: string, code?: string): Promise<Session | null> {
  const body = code === undefined ? { login, password } : { login, password, code };
  return accepted(await answer(api.POST('/api/session', { body })));
}
