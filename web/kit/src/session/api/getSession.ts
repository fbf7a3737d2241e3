// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api/client';
import { accepted, type Session } from '../session';

/** Who is signed in in this browser; null when nobody is. */
export async function getSession(): Promise<Session | null> {
  return accepted(await answer(api.GET('/api/session')));
}
