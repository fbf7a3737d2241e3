// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Mailbox } from '../../jmap';
import { inOrder, placesFor } from './tree';

const box = (id: string, parentId: string | null = null) => ({ id, name: id, parentId, role: null }) as Mailbox;
const own = [box('a'), box('c'), box('b', 'a'), box('d', 'b'), box('e', 'inbox'), box('f', 'a')];

it('puts each folder before those in it', () => {
  expect(inOrder(own).map(({ mailbox, depth }) => `${depth}${mailbox.id}`)).toEqual([
    '0a',
    '1b',
    '2d',
    '1f',
    '0c',
    '0e',
  ]);
});

it('offers no place inside the folder that is moved', () => {
  const places = (folder: Mailbox | undefined) => placesFor(own, folder).map(({ mailbox }) => mailbox.id);
  expect(places(own[0])).toEqual(['c', 'e']);
  expect(places(own[2])).toEqual(['a', 'f', 'c', 'e']);
  expect(places(box('e', 'inbox'))).toEqual(['a', 'b', 'd', 'f', 'c']);
  expect(places(undefined)).toHaveLength(6);
});
