// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id, type Patch } from '../../../jmap';
import { ChangeRefused } from '../../../mail/calls/changeEmails';
import type { MailStore } from '../../../mail/store';

export interface MailboxChange {
  readonly create?: { readonly name: string; readonly parentId: Id | null };
  readonly update?: Readonly<Record<Id, Patch>>;
  readonly destroy?: readonly Id[];
}

/** Makes, changes or removes mailboxes (RFC 8621 §2.5). One with emails or mailboxes in it is not removed. */
export async function setMailboxes(store: MailStore, { create, update, destroy }: MailboxChange): Promise<void> {
  const batch = new Batch();
  const set = batch.add('Mailbox/set', { ...(create && { create: { made: create } }), update, destroy });
  const done = (await store.jmap.send(batch)).of(set);
  const refused = { ...done.notCreated, ...done.notUpdated, ...done.notDestroyed };
  await store.sync();
  if (Object.keys(refused).length > 0) {
    throw new ChangeRefused(refused);
  }
}
