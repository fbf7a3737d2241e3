// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@fumibako/kit';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { usePrefs } from '../../app/prefs';
import type { EmailFilter } from '../../jmap';
import { type Box, collapses, filterOf, sortOf } from '../../mail/box';
import { useMailboxes, useStanding, useStore } from '../../mail/context';
import type { Listing, Standing } from '../../mail/listing';
import { Snippets } from '../search/snippets';
import { useSearched } from '../search/useSearched';
import { Selection } from './selection';

/** The list that is open, for itself and for what is read beside it. */
export interface CurrentList {
  readonly box: Box;
  readonly listing: Listing;
  readonly standing: Standing;
  readonly selection: Selection;
  /** Whether an entry stands for a thread. */
  readonly collapsed: boolean;
  /** Where what was searched for stands; undefined when nothing is. */
  readonly snippets: Snippets | undefined;
}

const ListContext = createContext<CurrentList | undefined>(undefined);

export function useList(): CurrentList {
  const list = use(ListContext);
  if (!list) {
    throw new Error('outside a ListProvider');
  }
  return list;
}

export function ListProvider({ box, children }: { box: Box; children: ReactNode }) {
  const store = useStore();
  const mailboxes = useMailboxes();
  const { threads } = usePrefs();
  const { show = 'all', order = 'newest' } = useSearch({ strict: false });
  const searched = useSearched(box);
  const collapsed = collapses(box, threads);
  const filter = filterOf(box, show, mailboxes, searched);
  const listing = store.listing({ filter, sort: sortOf(order), collapseThreads: collapsed });
  const standing = useStanding(listing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, another selection
  const selection = useMemo(() => new Selection(), [listing]);
  const asked = searched === undefined ? undefined : JSON.stringify(searched);
  const snippets = useMemo(
    () => (asked === undefined ? undefined : new Snippets(store, JSON.parse(asked) as EmailFilter)),
    [store, asked],
  );
  const value = useMemo(
    () => ({ box, listing, standing, selection, collapsed, snippets }),
    [box, listing, standing, selection, collapsed, snippets],
  );
  return <ListContext value={value}>{children}</ListContext>;
}
