// SPDX-License-Identifier: Apache-2.0
import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { EmailRow, Id, Mailbox } from '../jmap';
import type { Listing, Standing } from './listing';
import type { MailStore } from './store';

export const StoreContext = createContext<MailStore | undefined>(undefined);

/** The account's mail. Only below `MailGate`. */
export function useStore(): MailStore {
  const store = use(StoreContext);
  if (!store) {
    throw new Error('outside a MailGate');
  }
  return store;
}

export function useMailboxes(): readonly Mailbox[] {
  const { mailboxes } = useStore();
  return useSyncExternalStore(mailboxes.subscribe, mailboxes.all);
}

/** What a list shows of an email; drawn again when it changes. */
export function useRow(id: Id | undefined): EmailRow | undefined {
  const { emails } = useStore();
  return useSyncExternalStore(emails.subscribe, () => (id === undefined ? undefined : emails.get(id)));
}

/** The emails of a thread, as ids, oldest first. */
export function useThread(id: Id | undefined): readonly Id[] {
  const { emails } = useStore();
  return useSyncExternalStore(emails.subscribe, () => emails.thread(id ?? ''));
}

/** How a list stands; keeps it true while it is on screen. */
export function useStanding(listing: Listing): Standing {
  const store = useStore();
  useEffect(() => store.watch(listing), [store, listing]);
  return useSyncExternalStore(listing.subscribe, listing.standing);
}
