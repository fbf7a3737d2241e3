// SPDX-License-Identifier: Apache-2.0
import { Batch } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** The automatic reply (RFC 8621 §8). */
export interface Vacation {
  readonly isEnabled: boolean;
  /** UTC; null when it has no beginning or no end. */
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly subject: string | null;
  readonly textBody: string | null;
}

export async function getVacation(store: MailStore): Promise<Vacation> {
  const batch = new Batch();
  const get = batch.add('VacationResponse/get', {});
  const [found] = (await store.jmap.send(batch)).of(get).list;
  return found as unknown as Vacation;
}
