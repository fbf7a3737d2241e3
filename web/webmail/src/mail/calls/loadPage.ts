// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../jmap';
import { ROW_PROPERTIES } from '../emails';
import { type Listing, PAGE } from '../listing';
import type { MailStore } from '../store';

/** Reads a page of a list in one request: its ids, its rows, and the other emails of its threads. */
export async function loadPage(store: MailStore, listing: Listing, page: number): Promise<void> {
  const batch = new Batch();
  const query = batch.add('Email/query', {
    ...listing.query,
    position: page * PAGE,
    limit: PAGE,
    calculateTotal: true,
  });
  const rows = batch.add('Email/get', { '#ids': query.ref('/ids'), properties: ROW_PROPERTIES });
  const threads = batch.add('Thread/get', { '#ids': rows.ref('/list/*/threadId') });
  // Of long threads these are more than one call may bring; then they are read in the next request.
  const others = batch.add('Email/get', { '#ids': threads.ref('/list/*/emailIds'), properties: ROW_PROPERTIES });
  const answers = await store.jmap.send(batch);
  const own = answers.of(rows);
  store.emails.put([...(answers.ifGood(others)?.list ?? []), ...own.list], answers.of(threads).list);
  store.emails.state ||= own.state;
  listing.fill(answers.of(query));
  if (answers.error(others)) {
    await loadRows(
      store,
      answers.of(threads).list.flatMap((thread) => thread.emailIds),
    );
  }
}

/** Reads rows that are not known yet, as many at once as the server gives. */
export async function loadRows(store: MailStore, ids: readonly Id[]): Promise<void> {
  const wanted = ids.filter((id) => !store.emails.has(id));
  const most = store.jmap.session.maxObjectsInGet;
  for (let from = 0; from < wanted.length; from += most) {
    const batch = new Batch();
    const rows = batch.add('Email/get', { ids: wanted.slice(from, from + most), properties: ROW_PROPERTIES });
    store.emails.put((await store.jmap.send(batch)).of(rows).list);
  }
}
