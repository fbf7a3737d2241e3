// SPDX-License-Identifier: Apache-2.0
import { Batch, MethodError } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import type { Vacation } from './getVacation';

/** Sets the automatic reply; throws what the server refuses. */
export async function saveVacation(store: MailStore, vacation: Vacation): Promise<void> {
  const batch = new Batch();
  const set = batch.add('VacationResponse/set', { update: { singleton: { ...vacation } } });
  const refused = (await store.jmap.send(batch)).of(set).notUpdated?.singleton;
  if (refused) {
    throw new MethodError(refused.type, refused.description ?? '');
  }
}
