// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../jmap';
import type { MailStore } from '../store';
import { ChangeRefused } from './changeEmails';

/** Destroys all that is in a mailbox, some at a time. What comes in meanwhile goes too, so at most as many rounds as there were emails. */
export async function emptyMailbox(store: MailStore, mailbox: Id): Promise<void> {
  const most = store.jmap.session.maxObjectsInSet;
  for (let left = store.mailboxes.get(mailbox)?.totalEmails ?? 0; left > 0; left -= most) {
    const batch = new Batch();
    const query = batch.add('Email/query', { filter: { inMailbox: mailbox }, limit: most });
    const set = batch.add('Email/set', { '#destroy': query.ref('/ids') });
    const { notDestroyed } = (await store.jmap.send(batch)).of(set);
    if (notDestroyed && Object.keys(notDestroyed).length > 0) {
      throw new ChangeRefused(notDestroyed);
    }
  }
  await store.sync();
}
