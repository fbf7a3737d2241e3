// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../../jmap';
import { changeEmails } from '../../../mail/calls/changeEmails';
import type { MailStore } from '../../../mail/store';

/** Files all that is in a mailbox into another, some at a time and in at most as many rounds as what was there needs. */
export async function clearMailbox(store: MailStore, from: Id, to: Id): Promise<void> {
  const most = store.jmap.session.maxObjectsInSet;
  for (let left = store.mailboxes.get(from)?.totalEmails ?? 0; left > 0; left -= most) {
    const batch = new Batch();
    const query = batch.add('Email/query', { filter: { inMailbox: from }, limit: most });
    const { ids } = (await store.jmap.send(batch)).of(query);
    const patch = { [`mailboxIds/${from}`]: null, [`mailboxIds/${to}`]: true };
    await changeEmails(store, { update: Object.fromEntries(ids.map((id) => [id, patch])) });
  }
  await store.sync();
}
