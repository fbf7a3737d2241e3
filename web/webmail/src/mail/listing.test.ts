// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { Listing, PAGE } from './listing';

const QUERY = { filter: { inMailbox: 'm' }, sort: [], collapseThreads: false };

/** A list of `total`, of which the pages that are named are known: ids are `e` and the place. */
function listing(total: number, pages: readonly number[] = [0]): Listing {
  const list = new Listing(QUERY);
  for (const page of pages) {
    const ids = Array.from({ length: Math.min(PAGE, total - page * PAGE) }, (_, at) => `e${page * PAGE + at}`);
    list.fill({ queryState: 's1', canCalculateChanges: true, position: page * PAGE, ids, total });
  }
  return list;
}

function change(
  list: Listing,
  removed: readonly string[],
  added: readonly (readonly [string, number])[],
  total: number,
) {
  return list.apply({
    oldQueryState: 's1',
    newQueryState: 's2',
    total,
    removed,
    added: added.map(([id, index]) => ({ id, index })),
  });
}

describe('what is missing', () => {
  it('is asked for page by page, and only where somebody looks', () => {
    const list = listing(100_000);
    expect(list.missing(0, PAGE)).toEqual([]);
    expect(list.missing(PAGE - 5, PAGE + 5)).toEqual([1]);
    expect(list.missing(50_000, 50_010)).toEqual([Math.floor(50_000 / PAGE)]);
    expect(list.missing(99_990, 100_020)).toEqual([Math.floor(99_990 / PAGE)]);
  });

  it('is the first page when nothing is known', () => {
    expect(new Listing(QUERY).missing(0, 1)).toEqual([0]);
  });
});

describe('changes', () => {
  it('new mail at the top moves the rest down, far below too', () => {
    const list = listing(100_000, [0, 800]);
    expect(change(list, [], [['new', 0]], 100_001)).toBe(true);
    expect([list.at(0), list.at(1), list.at(48_001)]).toEqual(['new', 'e0', 'e48000']);
    expect(list.standing().total).toBe(100_001);
  });

  it('a known id that goes closes the gap', () => {
    const list = listing(30);
    change(list, ['e3'], [], 29);
    expect([list.at(2), list.at(3)]).toEqual(['e2', 'e4']);
    expect(list.standing().total).toBe(29);
  });

  it('one that moves is taken out and put in', () => {
    const list = listing(30);
    change(list, ['e3'], [['e3', 0]], 30);
    expect([list.at(0), list.at(3), list.at(4)]).toEqual(['e3', 'e2', 'e4']);
  });

  it('of an id that was in no known place, what lies behind the first hole is forgotten', () => {
    const list = listing(1_000, [0, 10]);
    change(list, ['e300'], [], 999);
    expect(list.at(PAGE - 1)).toBe(`e${PAGE - 1}`);
    expect(list.at(600)).toBeUndefined();
    expect(list.missing(600, 601)).toEqual([10]);
  });

  it('of an id that was not in the list at all, nothing is forgotten', () => {
    const list = listing(1_000, [0, 10]);
    change(list, ['elsewhere'], [], 1_000);
    expect(list.at(600)).toBe('e600');
  });

  it('of another state are not taken', () => {
    const list = listing(30);
    const other = { oldQueryState: 's0', newQueryState: 's2', total: 29, removed: ['e3'], added: [] };
    expect(list.apply(other)).toBe(false);
    expect(list.at(3)).toBe('e3');
  });

  it('that the person made here already change nothing twice', () => {
    const list = listing(30);
    list.hide(['e3']);
    expect(list.standing().total).toBe(29);
    change(list, ['e3'], [], 29);
    expect([list.at(3), list.standing().total]).toEqual(['e4', 29]);
  });
});

it('a page of another state leaves nothing of the rest', () => {
  const list = listing(1_000, [0, 1]);
  list.fill({ queryState: 's9', canCalculateChanges: true, position: 120, ids: ['x'], total: 900 });
  expect([list.at(0), list.at(120), list.standing().total]).toEqual([undefined, 'x', 900]);
});

it('random changes lead to what a fresh query finds', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = generator(seed);
    const list = new Listing(QUERY);
    let truth = Array.from({ length: 5 + random(30) }, (_, at) => `i${at}`);
    const page = (from: number) => ({
      queryState: `q${seed}.0`,
      canCalculateChanges: true,
      position: from,
      ids: truth.slice(from, from + 5),
      total: truth.length,
    });
    list.fill(page(0));
    list.fill(page(random(truth.length)));
    for (let round = 0; round < 5; round++) {
      const before = truth;
      const removed = before.filter(() => random(8) === 0);
      const kept = before.filter((id) => !removed.includes(id));
      const fresh = Array.from({ length: random(3) }, (_, at) => `n${seed}.${round}.${at}`);
      truth = [...kept];
      for (const id of fresh) {
        truth.splice(random(truth.length + 1), 0, id);
      }
      list.apply({
        oldQueryState: list.state,
        newQueryState: `q${seed}.${round + 1}`,
        total: truth.length,
        removed: [...removed, 'never there'],
        added: fresh.map((id) => ({ id, index: truth.indexOf(id) })),
      });
      expect(list.standing().total).toBe(truth.length);
      for (let at = 0; at < truth.length; at++) {
        expect([undefined, truth[at]], `seed ${seed}, round ${round}, place ${at}`).toContain(list.at(at));
      }
    }
  }
});

/** Numbers below `bound` that are the same for the same seed (a linear congruential generator). */
function generator(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}
