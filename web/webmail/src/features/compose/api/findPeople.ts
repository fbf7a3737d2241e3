// SPDX-License-Identifier: Apache-2.0
import { type Address, Batch, type EmailFilter, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Emails that are looked through for people: the last ones of each side. */
const SENT = 400;
const RECEIVED = 200;

export interface Letters {
  /** Whom one wrote to, latest first. */
  readonly sentTo: readonly Address[];
  /** Who wrote, latest first. */
  readonly receivedFrom: readonly Address[];
}

/** The people of the last letters, from and to. */
export async function findPeople(store: MailStore): Promise<Letters> {
  const sent = store.mailboxes.withRole('sent')?.id;
  const aside = ['junk', 'trash', 'sent', 'drafts'] as const;
  const outside = aside.flatMap((role) => store.mailboxes.withRole(role)?.id ?? []);
  const [written, received] = await Promise.all([
    sent === undefined ? [] : people(store, { inMailbox: sent }, SENT, ['to', 'cc', 'bcc']),
    people(store, { inMailboxOtherThan: outside }, RECEIVED, ['from']),
  ]);
  return { sentTo: written, receivedFrom: received };
}

async function people(
  store: MailStore,
  filter: EmailFilter,
  limit: number,
  fields: readonly ('to' | 'cc' | 'bcc' | 'from')[],
): Promise<readonly Address[]> {
  const batch = new Batch();
  const query = batch.add('Email/query', { filter, sort: [{ property: 'receivedAt', isAscending: false }], limit });
  const get = batch.add('Email/get', { '#ids': query.ref('/ids'), properties: ['id', ...fields] });
  const emails = (await store.jmap.send(batch)).of(get).list as readonly {
    readonly id: Id;
    readonly [field: string]: unknown;
  }[];
  return emails.flatMap((email) => fields.flatMap((field) => (email[field] as readonly Address[] | null) ?? []));
}
