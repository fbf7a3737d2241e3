// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';
import type { Id } from '../../../jmap';

/** Leaves the mailing list that a message came by; the server asks the list, so the list learns nothing of this browser. */
export async function leaveList(blob: Id): Promise<void> {
  await answer(api.POST('/api/mail/{blob}/unsubscribe', { params: { path: { blob } } }));
}
