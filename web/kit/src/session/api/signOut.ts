// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api/client';

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  await answer(api.DELETE('/api/session'));
}
