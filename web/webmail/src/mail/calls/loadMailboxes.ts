// SPDX-License-Identifier: Apache-2.0
import { Batch } from '../../jmap';
import type { MailStore } from '../store';

/** Reads all mailboxes, and the state that emails have at least. */
export async function loadMailboxes(store: MailStore): Promise<void> {
  const batch = new Batch();
  const emails = batch.add('Email/get', { ids: [] });
  const mailboxes = batch.add('Mailbox/get', {});
  const answers = await store.jmap.send(batch);
  const { state, list } = answers.of(mailboxes);
  store.emails.state = answers.of(emails).state;
  store.mailboxes.state = state;
  store.mailboxes.replace(list);
}
