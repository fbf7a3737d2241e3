// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { ownersWay } from './ownersWay';

const call = (path: string) => ownersWay('taro+a@example.test', { path, screen: null });
const screen = (path: string) => ownersWay('taro+a@example.test', { path: null, screen: path });

it('settings of the account are changed here, whatever way the address is written', () => {
  expect(call('/api/accounts/taro%2Ba@example.test/forwarding')).toBe('here');
  expect(call('/api/accounts/taro+a%40example.test/travel-passes')).toBe('here');
});

it('what a domain or its accounts are given is up to the manager', () => {
  expect(call('/api/accounts/taro%2Ba@example.test')).toBe('manager');
  expect(call('/api/accounts/taro%2Ba@example.test.evil/forwarding')).toBe('manager');
  expect(call('/api/accounts/jiro@example.test/forwarding')).toBe('manager');
  expect(call('/api/domains/example.test/spf')).toBe('manager');
  expect(screen('/panel/example.test/accounts')).toBe('manager');
  expect(screen('/panel/example.test/accounts?open=jiro@example.test')).toBe('manager');
  expect(screen('/panel/example.test/queue')).toBe('manager');
});

it('pages of the account are where its owner has them', () => {
  expect(screen('/webmail')).toEqual({ href: '/webmail' });
  expect(screen('/panel/example.test/accounts?open=taro+a@example.test')).toEqual({ href: '/webmail/settings' });
  expect(screen('/panel/example.test/accounts/taro%2Ba@example.test')).toEqual({ href: '/portal/settings' });
  expect(screen('/panel/example.test/accounts/taro%2Ba@example.test/rules')).toEqual({ href: '/portal/rules' });
});
