// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY } from '../content';
import type { Held } from '../local';
import { Outbox, type OutboxPorts, type Outcome } from './outbox';

/** What outlives a page: the browser's database, and the server. */
class World {
  readonly lying = new Map<string, Held>();
  readonly drafts = new Set(['m']);
  readonly sent: string[] = [];
  failure: unknown;
  /** The server sends it, but its answer is lost. */
  deaf = false;

  readonly ports: OutboxPorts = {
    all: async () => [...this.lying.values()],
    put: async (held) => this.lying.set(held.email, held),
    remove: async (email) => this.lying.delete(email),
    claim: async (email, sending) => {
      const held = this.lying.get(email);
      if (!held || held.sending) {
        return undefined;
      }
      if (sending) {
        this.lying.set(email, { ...held, sending: true });
      } else {
        this.lying.delete(email);
      }
      return held;
    },
    submit: async ({ email }) => {
      if (this.failure && !this.deaf) {
        throw this.failure;
      }
      this.sent.push(email);
      this.drafts.delete(email);
      if (this.deaf) {
        throw this.failure;
      }
    },
    isDraft: async (email) => this.drafts.has(email),
    unreached: (error) => error === 'away',
    now: () => Date.now(),
  };
}

let world: World;
let told: Outcome['kind'][];

function page(): Outbox {
  return new Outbox(world.ports, ({ kind }) => told.push(kind));
}

function message(seconds = 10): Held {
  return {
    email: 'm',
    accountId: 'a',
    identity: 'i',
    content: EMPTY,
    due: Date.now() + seconds * 1000,
    sending: false,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  world = new World();
  told = [];
});
afterEach(() => vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

describe('what is held', () => {
  it('is sent when it is due, and not before', async () => {
    await page().hold(message());
    await pass(9);
    expect(world.sent).toEqual([]);
    await pass(1);
    expect([world.sent, told, world.lying.size]).toEqual([['m'], ['held', 'sent'], 0]);
  });

  it('can be called back until then', async () => {
    const box = page();
    await box.hold(message());
    await pass(9);
    expect(await box.callBack('m')).toBe(true);
    await pass(10);
    expect(world.sent).toEqual([]);
  });

  it('cannot be called back when it has gone', async () => {
    const box = page();
    await box.hold(message());
    await pass(10);
    expect(await box.callBack('m')).toBe(false);
  });

  it('waits on when the page is loaded again', async () => {
    const before = page();
    await before.hold(message());
    await pass(4);
    before.stop();
    await page().resume('a');
    await pass(5);
    expect(world.sent).toEqual([]);
    await pass(1);
    expect(world.sent).toEqual(['m']);
  });

  it('is sent at once when the page comes back late', async () => {
    const before = page();
    await before.hold(message());
    before.stop();
    await pass(60);
    await page().resume('a');
    await pass(0);
    expect([world.sent, told]).toEqual([['m'], ['held', 'sent']]);
  });

  it('is sent once, however many tabs there are', async () => {
    await page().hold(message());
    await page().resume('a');
    await pass(10);
    expect(world.sent).toEqual(['m']);
  });

  it('of somebody else stays', async () => {
    world.lying.set('m', message());
    await page().resume('b');
    await pass(60);
    expect([world.sent, world.lying.size]).toEqual([[], 1]);
  });
});

describe('what the server does not take', () => {
  it('is said to be refused', async () => {
    world.failure = 'forbidden';
    await page().hold(message());
    await pass(10);
    expect([told, world.lying.size]).toEqual([['held', 'refused'], 0]);
  });

  it('because it is away is sent later', async () => {
    world.failure = 'away';
    const box = page();
    await box.hold(message());
    await pass(10);
    expect(told).toEqual(['held', 'later']);
    world.failure = undefined;
    await box.resume('a');
    await pass(0);
    expect([world.sent, told]).toEqual([['m'], ['held', 'later', 'sent']]);
  });

  it('is not sent twice when only the answer was lost', async () => {
    world.failure = 'away';
    world.deaf = true;
    const box = page();
    await box.hold(message());
    await pass(10);
    await box.resume('a');
    await pass(0);
    expect([world.sent, told, world.lying.size]).toEqual([['m'], ['held', 'later', 'sent'], 0]);
  });

  it('is looked for when the page went away in the middle', async () => {
    world.lying.set('m', { ...message(), sending: true });
    await page().resume('a');
    expect([world.sent, told, world.lying.size]).toEqual([[], ['unsure'], 0]);
    world.drafts.delete('m');
    world.lying.set('m', { ...message(), sending: true });
    await page().resume('a');
    expect(told).toEqual(['unsure', 'sent']);
  });
});
