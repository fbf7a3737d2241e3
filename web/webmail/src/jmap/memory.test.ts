// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { Batch, type Invocation } from './batch';
import { JmapClient } from './client';
import { onlyAsks } from './memory';

const SESSION = {
  accountId: 'A1',
  capabilities: [],
  maxCallsInRequest: 16,
  maxObjectsInGet: 10,
  maxObjectsInSet: 10,
  maxSizeUpload: 1,
  maxSizeAttachments: 1,
  maxDelayedSend: 0,
};

/** A client with a memory, and a switch for its network. */
function client() {
  const kept = new Map<string, readonly Invocation[]>();
  const network = { up: true };
  const jmap = new JmapClient(
    SESSION,
    async ({ methodCalls }) => {
      if (!network.up) {
        throw new Error('no network');
      }
      return methodCalls.map(([name, , id]): Invocation => [name, { list: ['answer'], newState: '2' }, id]);
    },
    {
      keep: async (calls, responses) => void kept.set(JSON.stringify(calls), responses),
      recall: async (calls) => kept.get(JSON.stringify(calls)),
    },
  );
  return { jmap, network };
}

it('what was asked before is answered without a network, and nothing else', async () => {
  const { jmap, network } = client();
  const ask = async (id: string) => {
    const batch = new Batch();
    const get = batch.add('Mailbox/get', { ids: [id] });
    return (await jmap.send(batch)).of(get).list;
  };
  expect(await ask('a')).toEqual(['answer']);
  network.up = false;
  expect(await ask('a')).toEqual(['answer']);
  await expect(ask('b')).rejects.toThrow('no network');
});

it('a change is never answered from memory', async () => {
  const { jmap, network } = client();
  const change = () => {
    const batch = new Batch();
    batch.add('Email/set', { destroy: ['e'] });
    return jmap.send(batch);
  };
  await change();
  network.up = false;
  await expect(change()).rejects.toThrow('no network');
});

it('changes since a state are no mere question', () => {
  expect(onlyAsks([['Email/get', {}, '0']])).toBe(true);
  expect(onlyAsks([['Email/changes', {}, '0']])).toBe(false);
  expect(onlyAsks([['EmailSubmission/set', {}, '0']])).toBe(false);
});
