// SPDX-License-Identifier: Apache-2.0
import { Batch, type EmailRow, type Id, type JmapClient, type Patch, type States } from '../jmap';
import { addChanges, type Taken } from './calls/addChanges';
import { changeEmails } from './calls/changeEmails';
import { loadMailboxes } from './calls/loadMailboxes';
import { loadPage } from './calls/loadPage';
import { Emails } from './emails';
import { Listing, type Query } from './listing';
import { Mailboxes } from './mailboxes';

/** Lists that are kept for coming back to them. */
const MOST_LISTINGS = 8;

/** All that is known of an account's mail, kept true by what the server says has changed (RFC 8620 §5.2). */
export class MailStore {
  readonly jmap: JmapClient;
  readonly emails = new Emails();
  readonly mailboxes = new Mailboxes();
  readonly #listings = new Map<string, Listing>();
  /** Lists on screen, with how often each is. */
  readonly #watched = new Map<Listing, number>();
  readonly #loading = new Map<Listing, Set<number>>();
  readonly #arrivals = new Set<(rows: readonly EmailRow[]) => void>();
  #syncing: Promise<void> | undefined;
  #again = false;

  constructor(jmap: JmapClient) {
    this.jmap = jmap;
  }

  start(): Promise<void> {
    return loadMailboxes(this);
  }

  /** The list that a query finds: the same object as long as it is among the last that were asked for. */
  listing(query: Query): Listing {
    const key = JSON.stringify(query);
    const found = this.#listings.get(key) ?? new Listing(query);
    this.#listings.delete(key);
    this.#listings.set(key, found);
    for (const [other, listing] of this.#listings) {
      if (this.#listings.size > MOST_LISTINGS && !this.#watched.has(listing)) {
        this.#listings.delete(other);
      }
    }
    return found;
  }

  /** Keeps a list true until the function that is returned is called. */
  watch(listing: Listing): () => void {
    this.#watched.set(listing, (this.#watched.get(listing) ?? 0) + 1);
    if (listing.state !== '' && listing.state !== this.emails.state) {
      void this.sync();
    }
    return () => {
      const left = (this.#watched.get(listing) ?? 1) - 1;
      if (left > 0) {
        this.#watched.set(listing, left);
      } else {
        this.#watched.delete(listing);
      }
    };
  }

  /** Lists on screen of which something is known. */
  watched(): readonly Listing[] {
    return [...this.#watched.keys()].filter((listing) => listing.state !== '');
  }

  /** Asks for what is missing between two places of a list; after a failure not before it is reset. */
  ensure(listing: Listing, from: number, to: number): void {
    if (listing.standing().error) {
      return;
    }
    const loading = this.#loading.get(listing) ?? new Set<number>();
    this.#loading.set(listing, loading);
    for (const page of listing.missing(from, to)) {
      if (!loading.has(page)) {
        loading.add(page);
        loadPage(this, listing, page)
          .catch((error: unknown) => listing.fail(error))
          .finally(() => loading.delete(page));
      }
    }
  }

  /** A change was announced: asks what it is, unless it is one that we know. */
  announced(states: States | undefined): void {
    if (states === undefined || (states.Email ?? states.Mailbox) !== this.emails.state) {
      void this.sync().catch(() => undefined);
    }
  }

  /** Calls `listener` with emails that others have filed; returns what ends it. */
  onArrival(listener: (rows: readonly EmailRow[]) => void): () => void {
    this.#arrivals.add(listener);
    return () => this.#arrivals.delete(listener);
  }

  arrived(rows: readonly EmailRow[]): void {
    for (const listener of this.#arrivals) {
      listener(rows);
    }
  }

  /** Brings everything up to date. Calls while one is under way lead to one more. */
  sync(): Promise<void> {
    this.#again = true;
    this.#syncing ??= this.#catchUp().finally(() => {
      this.#syncing = undefined;
    });
    return this.#syncing;
  }

  async #catchUp(): Promise<void> {
    while (this.#again && this.emails.state !== '') {
      this.#again = false;
      const batch = new Batch();
      const take = addChanges(batch, this);
      await this.#taken(take(await this.jmap.send(batch)));
    }
  }

  async #taken(outcome: Taken): Promise<void> {
    if (outcome === 'more') {
      this.#again = true;
    } else if (outcome === 'lost') {
      this.emails.clear();
      await this.start();
      for (const listing of this.#listings.values()) {
        listing.reset();
      }
    }
  }

  /**
   * Changes emails: seen at once, sent, and taken back when the server refuses. `hidden` are those that leave the lists on screen.
   */
  async change(patches: ReadonlyMap<Id, Patch>, hidden: readonly Id[] = []): Promise<void> {
    const pending = { patches };
    this.emails.begin(pending);
    this.#hide(hidden);
    try {
      await this.#send([...patches].map(([id, patch]) => ({ update: { [id]: patch } })));
    } catch (error) {
      this.#show(hidden);
      throw error;
    } finally {
      this.emails.end(pending);
    }
  }

  /** Removes emails for good. */
  async destroy(ids: readonly Id[]): Promise<void> {
    this.#hide(ids);
    try {
      await this.#send(ids.map((id) => ({ update: {}, destroy: [id] })));
    } catch (error) {
      this.#show(ids);
      throw error;
    }
  }

  async #send(changes: readonly { update: Record<Id, Patch>; destroy?: readonly Id[] }[]): Promise<void> {
    const most = this.jmap.session.maxObjectsInSet;
    for (let from = 0; from < changes.length; from += most) {
      const some = changes.slice(from, from + most);
      const update = Object.assign({}, ...some.map((change) => change.update)) as Record<Id, Patch>;
      const outcome = await changeEmails(this, { update, destroy: some.flatMap((change) => change.destroy ?? []) });
      await this.#taken(outcome);
      if (this.#again) {
        await this.sync();
      }
    }
  }

  #hide(ids: readonly Id[]): void {
    for (const listing of this.#watched.keys()) {
      listing.hide(ids);
    }
  }

  #show(ids: readonly Id[]): void {
    if (ids.length > 0) {
      for (const listing of this.#watched.keys()) {
        listing.reset();
      }
    }
  }
}
