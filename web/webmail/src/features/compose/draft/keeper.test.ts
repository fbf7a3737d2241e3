// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Content, EMPTY } from '../content';
import type { LocalCopy } from '../local';
import { Keeper, LONGEST, type Ports, QUIET, type SavedDraft } from './keeper';

/** A server that can be away, and a browser's storage. */
class World {
  drafts = new Map<string, string>();
  copy: Omit<LocalCopy, 'accountId' | 'key'> | undefined;
  away = false;
  keepsOld = false;
  answer: Promise<void> = Promise.resolve();
  saves = 0;

  readonly ports: Ports = {
    save: async (content: Content, replaces: readonly string[]): Promise<SavedDraft> => {
      this.saves++;
      await this.answer;
      if (this.away) {
        throw new Error('away');
      }
      const id = `d${this.saves}`;
      this.drafts.set(id, content.subject);
      for (const old of this.keepsOld ? [] : replaces) {
        this.drafts.delete(old);
      }
      return {
        id,
        blobs: new Map(content.attachments.map(({ key }) => [key, `${id}-${key}`])),
        left: this.keepsOld ? replaces : [],
      };
    },
    destroy: async (draft) => void this.drafts.delete(draft),
    keep: async (copy) => {
      this.copy = copy;
    },
    forget: async () => {
      this.copy = undefined;
    },
    now: () => Date.now(),
  };

  subjects(): string[] {
    return [...this.drafts.values()];
  }
}

let world: World;
let keeper: Keeper;

beforeEach(() => {
  vi.useFakeTimers();
  world = new World();
  keeper = new Keeper(EMPTY, undefined, world.ports);
});
afterEach(() => vi.useRealTimers());

const quiet = () => vi.advanceTimersByTimeAsync(QUIET);

describe('a draft', () => {
  it('is in this browser at once and on the server soon', async () => {
    keeper.change({ subject: 'a' });
    expect(world.copy).toMatchObject({ content: { subject: 'a' }, saved: false });
    expect(world.subjects()).toEqual([]);
    await quiet();
    expect(world.subjects()).toEqual(['a']);
    expect(world.copy).toMatchObject({ saved: true, draft: 'd1' });
    expect(keeper.standing().where).toBe('saved');
  });

  it('is one, however often it changes', async () => {
    for (const subject of ['a', 'b', 'c']) {
      keeper.change({ subject });
      await quiet();
    }
    expect(world.subjects()).toEqual(['c']);
  });

  it('that nobody wrote in is not saved', async () => {
    await quiet();
    await keeper.close();
    expect([world.saves, world.copy]).toEqual([0, undefined]);
  });

  it('is saved while one types without a pause', async () => {
    for (let ms = 0; ms <= LONGEST; ms += 500) {
      keeper.change({ subject: String(ms) });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(world.saves).toBe(1);
  });

  it('that changes while it is saved is saved again', async () => {
    let arrive: () => void = () => undefined;
    world.answer = new Promise((resolve) => {
      arrive = resolve;
    });
    keeper.change({ subject: 'a' });
    await quiet();
    keeper.change({ subject: 'b' });
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.standing().where).toBe('changed');
    expect(world.copy).toMatchObject({ saved: false });
    await quiet();
    expect(world.subjects()).toEqual(['b']);
  });

  it('finds its files where the new draft has them', async () => {
    keeper.change({ attachments: [{ key: 'k', name: 'n', type: 't', size: 1, blobId: 'upload' }] });
    await quiet();
    expect(keeper.content.attachments[0]?.blobId).toBe('d1-k');
  });

  it('removes with the next what the last could not', async () => {
    keeper.change({ subject: 'a' });
    await quiet();
    world.keepsOld = true;
    keeper.change({ subject: 'b' });
    await quiet();
    world.keepsOld = false;
    keeper.change({ subject: 'c' });
    await quiet();
    expect(world.subjects()).toEqual(['c']);
  });
});

describe('without a connection', () => {
  beforeEach(async () => {
    world.away = true;
    keeper.change({ subject: 'a' });
    await quiet();
  });

  it('it is kept here and says so', () => {
    expect(keeper.standing()).toMatchObject({ where: 'here', error: new Error('away') });
    expect(world.copy).toMatchObject({ content: { subject: 'a' }, saved: false });
  });

  it('it is saved when the connection is back', async () => {
    world.away = false;
    keeper.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(world.subjects()).toEqual(['a']);
  });

  it('it cannot be sent, and tells why', async () => {
    await expect(keeper.flush()).rejects.toThrow('away');
  });

  it('closing leaves it here, to be offered again', async () => {
    await keeper.close();
    expect(world.copy).toMatchObject({ content: { subject: 'a' }, saved: false });
  });

  it('what was found here again goes to the server by itself', async () => {
    world.away = false;
    const again = new Keeper(world.copy?.content ?? EMPTY, undefined, world.ports, true);
    again.resume();
    await quiet();
    expect(world.subjects()).toEqual(['a']);
    expect(again.standing().where).toBe('saved');
  });
});

describe('the end', () => {
  it('closing saves what is not saved and forgets it here', async () => {
    keeper.change({ subject: 'a' });
    await keeper.close();
    expect([world.subjects(), world.copy]).toEqual([['a'], undefined]);
  });

  it('flush gives the draft that has everything', async () => {
    keeper.change({ subject: 'a' });
    expect(await keeper.flush()).toBe('d1');
    expect(world.subjects()).toEqual(['a']);
  });

  it('discarding leaves nothing', async () => {
    keeper.change({ subject: 'a' });
    await quiet();
    await keeper.discard();
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect([world.subjects(), world.copy]).toEqual([[], undefined]);
  });

  it('after it nothing is saved any more', async () => {
    await keeper.done();
    keeper.change({ subject: 'late' });
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect([world.saves, world.copy]).toEqual([0, undefined]);
  });
});
