// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { Batch, type Invocation, MethodError } from './batch';
import { JmapClient, type JmapSession, type Request } from './client';

const SESSION: JmapSession = {
  accountId: 'A1',
  capabilities: ['urn:ietf:params:jmap:core'],
  maxCallsInRequest: 4,
  maxObjectsInGet: 10,
  maxObjectsInSet: 10,
  maxSizeUpload: 1,
  maxSizeAttachments: 1,
  maxDelayedSend: 0,
};

/** A client whose requests are kept, and answered by `answer` call by call. */
function client(answer: (call: Invocation) => Invocation) {
  const requests: Request[] = [];
  const jmap = new JmapClient(SESSION, async (request) => {
    requests.push(request);
    return request.methodCalls.map(answer);
  });
  return { jmap, requests };
}

const echo = ([name, args, id]: Invocation): Invocation => [name, { ...args, list: [] }, id];

describe('a batch', () => {
  it('has the account in every call, and references that name the right one', async () => {
    const { jmap, requests } = client(echo);
    const batch = new Batch();
    const query = batch.add('Email/query', { limit: 1 });
    batch.add('Email/get', { '#ids': query.ref('/ids') });
    await jmap.send(batch);
    expect(requests[0]?.methodCalls).toEqual([
      ['Email/query', { accountId: 'A1', limit: 1 }, '0.0'],
      ['Email/get', { accountId: 'A1', '#ids': { resultOf: '0.0', name: 'Email/query', path: '/ids' } }, '0.1'],
    ]);
  });

  it('travels with others of the same moment, and each gets its own answers', async () => {
    const { jmap, requests } = client(([name, args, id]) => [name, { ...args, list: [args.ids] }, id]);
    const send = async (id: string) => {
      const batch = new Batch();
      const get = batch.add('Mailbox/get', { ids: [id] });
      return (await jmap.send(batch)).of(get).list;
    };
    expect(await Promise.all([send('a'), send('b')])).toEqual([[['a']], [['b']]]);
    expect(requests).toHaveLength(1);
  });

  it('is not joined with more than the server takes at once', async () => {
    const { jmap, requests } = client(echo);
    const three = () => {
      const batch = new Batch();
      for (let calls = 0; calls < 3; calls++) {
        batch.add('Mailbox/get', {});
      }
      return jmap.send(batch);
    };
    await Promise.all([three(), three()]);
    expect(requests.map((request) => request.methodCalls.length)).toEqual([3, 3]);
  });

  it('fails with all others when there is no answer', async () => {
    const jmap = new JmapClient(SESSION, () => Promise.reject(new Error('no network')));
    const one = () => {
      const batch = new Batch();
      batch.add('Mailbox/get', {});
      return jmap.send(batch);
    };
    const outcomes = await Promise.allSettled([one(), one()]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  });
});

it('a call that is refused throws what the server said, and the others are answered', async () => {
  const { jmap } = client(([name, args, id]) =>
    name === 'Email/get' ? ['error', { type: 'requestTooLarge' }, id] : [name, { ...args, list: [] }, id],
  );
  const batch = new Batch();
  const emails = batch.add('Email/get', {});
  const mailboxes = batch.add('Mailbox/get', {});
  const answers = await jmap.send(batch);
  expect(answers.of(mailboxes).list).toEqual([]);
  expect(answers.ifGood(emails)).toBeUndefined();
  expect(() => answers.of(emails)).toThrow(MethodError);
});
