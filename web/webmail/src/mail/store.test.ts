// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type EmailRow, type Invocation, JmapClient } from '../jmap';
import { ChangeRefused } from './calls/changeEmails';
import { withKeyword } from './patches';
import { MailStore } from './store';

/** A server with one mailbox: every change is one more state, and what it answers can be held back. */
class Server {
  state = 1;
  rows = new Map<string, EmailRow>();
  readonly touched: { state: number; id: string; how: 'created' | 'updated' | 'destroyed' }[] = [];
  refuse = false;
  forgetful = false;
  requests = 0;
  gate: Promise<void> = Promise.resolve();

  put(id: string, keywords: EmailRow['keywords'] = {}): void {
    const how = this.rows.has(id) ? 'updated' : 'created';
    const number = Number(id.slice(1));
    this.rows.set(id, {
      id,
      blobId: `B${id}`,
      threadId: `T${id}`,
      mailboxIds: { inbox: true },
      keywords,
      from: null,
      to: null,
      subject: id,
      receivedAt: new Date(number * 1000).toISOString(),
      size: 1,
      preview: '',
      hasAttachment: false,
      savedDates: {},
    });
    this.touched.push({ state: ++this.state, id, how });
  }

  store(): MailStore {
    const session = {
      accountId: 'A',
      capabilities: [],
      maxCallsInRequest: 32,
      maxObjectsInGet: 500,
      maxObjectsInSet: 2,
      maxSizeUpload: 1,
      maxSizeAttachments: 1,
      maxDelayedSend: 0,
    };
    return new MailStore(
      new JmapClient(session, async ({ methodCalls }) => {
        this.requests++;
        await this.gate;
        const done: Invocation[] = [];
        for (const call of methodCalls) {
          done.push(this.#answer(call, done));
        }
        return done;
      }),
    );
  }

  ids(): string[] {
    return [...this.rows.keys()].sort((one, other) => Number(other.slice(1)) - Number(one.slice(1)));
  }

  #answer([name, raw, id]: Invocation, before: readonly Invocation[]): Invocation {
    const args: Record<string, unknown> = { ...raw };
    for (const [key, value] of Object.entries(raw)) {
      if (key.startsWith('#')) {
        const { resultOf, path } = value as { resultOf: string; path: string };
        const found = before.find((each) => each[2] === resultOf);
        if (!found || found[0] === 'error') {
          return ['error', { type: 'invalidResultReference' }, id];
        }
        args[key.slice(1)] = path.slice(1).split('/').reduce<unknown>(step, found[1]);
      }
    }
    return [name, this.#call(name, args), id].map((part, at) =>
      at === 0 && this.forgetful && name === 'Email/changes' ? 'error' : part,
    ) as unknown as Invocation;
  }

  #call(name: string, args: Record<string, unknown>): Record<string, unknown> {
    const state = String(this.state);
    switch (name) {
      case 'Email/get': {
        const wanted = (args.ids as string[] | undefined) ?? [];
        return { state, list: wanted.flatMap((each) => this.rows.get(each) ?? []), notFound: [] };
      }
      case 'Thread/get':
        return { state, list: (args.ids as string[]).map((each) => ({ id: each, emailIds: [each.slice(1)] })) };
      case 'Mailbox/get':
        return { state, list: [], notFound: [] };
      case 'Mailbox/changes':
      case 'Email/changes':
        return this.forgetful ? { type: 'cannotCalculateChanges' } : this.#changes(name, Number(args.sinceState));
      case 'Email/query': {
        const from = args.position as number;
        const ids = this.ids();
        return { queryState: state, position: from, ids: ids.slice(from, from + 60), total: ids.length };
      }
      case 'Email/queryChanges': {
        const since = this.touched.filter((each) => each.state > Number(args.sinceQueryState)).map((each) => each.id);
        const ids = this.ids();
        const added = [...new Set(since)].filter((each) => this.rows.has(each));
        return {
          oldQueryState: args.sinceQueryState,
          newQueryState: state,
          total: ids.length,
          removed: since,
          added: added.map((each) => ({ id: each, index: ids.indexOf(each) })),
        };
      }
      case 'Email/set':
        return this.#set(args.update as Record<string, Record<string, unknown>>, args.destroy as string[]);
      default:
        throw new Error(name);
    }
  }

  #changes(name: string, since: number): Record<string, unknown> {
    const of = (how: string) =>
      name === 'Email/changes'
        ? [...new Set(this.touched.filter((each) => each.state > since && each.how === how).map((each) => each.id))]
        : [];
    return {
      oldState: String(since),
      newState: String(this.state),
      hasMoreChanges: false,
      created: of('created'),
      updated: of('updated'),
      destroyed: of('destroyed'),
      updatedProperties: null,
    };
  }

  #set(update: Record<string, Record<string, unknown>>, destroy: readonly string[]): Record<string, unknown> {
    if (this.refuse) {
      const notUpdated = Object.fromEntries(Object.keys(update).map((each) => [each, { type: 'notFound' }]));
      return { newState: String(this.state), notUpdated };
    }
    for (const [each, patch] of Object.entries(update)) {
      const seen = patch['keywords/$seen'] === true;
      this.put(each, seen ? { $seen: true } : {});
    }
    for (const each of destroy) {
      this.rows.delete(each);
      this.touched.push({ state: ++this.state, id: each, how: 'destroyed' });
    }
    return { newState: String(this.state) };
  }
}

/** One step of a JSON pointer; after a star it is taken of each (RFC 8620 §3.7). */
function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    return key === '*' ? value : value.flatMap((each) => step(each, key));
  }
  return (value as Record<string, unknown>)[key];
}

async function opened(server: Server) {
  const store = server.store();
  await store.start();
  const listing = store.listing({ filter: {}, sort: [], collapseThreads: false });
  store.watch(listing);
  store.ensure(listing, 0, 10);
  await until(() => listing.standing().total !== undefined);
  return { store, listing };
}

/** Waits for microtasks, of which a request needs some. */
async function until(reached: () => boolean): Promise<void> {
  for (let turns = 0; turns < 1_000 && !reached(); turns++) {
    await Promise.resolve();
  }
  expect(reached()).toBe(true);
}

function serverWith(count: number): Server {
  const server = new Server();
  for (let at = 1; at <= count; at++) {
    server.put(`e${at}`);
  }
  return server;
}

describe('a store', () => {
  it('takes over what others did with one request', async () => {
    const server = serverWith(3);
    const { store, listing } = await opened(server);
    server.put('e4');
    server.put('e1', { $seen: true });
    const before = server.requests;
    await store.sync();
    expect(server.requests - before).toBe(1);
    expect(listing.known()).toEqual(['e4', 'e3', 'e2', 'e1']);
    expect(store.emails.get('e4')?.subject).toBe('e4');
    expect(store.emails.get('e1')?.keywords).toEqual({ $seen: true });
  });

  it('asks nothing when a state is announced that it knows', async () => {
    const server = serverWith(1);
    const { store } = await opened(server);
    const before = server.requests;
    store.announced({ Email: String(server.state) });
    await Promise.resolve();
    expect(server.requests).toBe(before);
  });

  it('shows a change at once, before the server has answered', async () => {
    const server = serverWith(2);
    const { store } = await opened(server);
    const row = store.emails.get('e1');
    const change = store.change(withKeyword(row ? [row] : [], '$seen', true));
    expect(store.emails.get('e1')?.keywords.$seen).toBe(true);
    await change;
    expect(store.emails.get('e1')?.keywords.$seen).toBe(true);
    expect(store.emails.state).toBe(String(server.state));
  });

  it('keeps a change in view while an older answer comes in', async () => {
    const server = serverWith(2);
    const { store } = await opened(server);
    let open = () => {};
    server.gate = new Promise((resolve) => {
      open = resolve;
    });
    const syncing = store.sync();
    const row = store.emails.get('e1');
    const change = store.change(withKeyword(row ? [row] : [], '$seen', true));
    open();
    await syncing;
    expect(store.emails.get('e1')?.keywords.$seen).toBe(true);
    await change;
    expect(store.emails.get('e1')?.keywords.$seen).toBe(true);
  });

  it('takes a change back that is refused, and says so', async () => {
    const server = serverWith(2);
    const { store } = await opened(server);
    server.refuse = true;
    const row = store.emails.get('e1');
    await expect(store.change(withKeyword(row ? [row] : [], '$seen', true), ['e1'])).rejects.toThrow(ChangeRefused);
    expect(store.emails.get('e1')?.keywords.$seen).toBeUndefined();
  });

  it('sends no more in one set than the server takes', async () => {
    const server = serverWith(5);
    const { store, listing } = await opened(server);
    const rows = listing.known().flatMap((id) => store.emails.get(id) ?? []);
    const before = server.requests;
    await store.change(withKeyword(rows, '$seen', true));
    expect(server.requests - before).toBeGreaterThanOrEqual(3);
    expect([...server.rows.values()].every((row) => row.keywords.$seen)).toBe(true);
  });

  it('removes for good what is destroyed', async () => {
    const server = serverWith(3);
    const { store, listing } = await opened(server);
    await store.destroy(['e2']);
    expect(listing.known()).toEqual(['e3', 'e1']);
    expect(store.emails.get('e2')).toBeUndefined();
  });

  it('reads everything again when the server remembers no changes', async () => {
    const server = serverWith(2);
    const { store, listing } = await opened(server);
    server.put('e3');
    server.forgetful = true;
    const syncing = store.sync();
    await syncing;
    expect(listing.state).toBe('');
    server.forgetful = false;
    store.ensure(listing, 0, 10);
    await until(() => listing.at(0) === 'e3');
  });
});
