// SPDX-License-Identifier: Apache-2.0
import { Batch, type Quota } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** The account's storage (RFC 9425); null when it has no limit. */
export async function getQuota(store: MailStore): Promise<Quota | null> {
  const batch = new Batch();
  const quotas = batch.add('Quota/get', {});
  const { list } = (await store.jmap.send(batch)).of(quotas);
  return list.find((quota) => quota.resourceType === 'octets') ?? null;
}
