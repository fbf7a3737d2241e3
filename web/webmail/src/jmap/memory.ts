// SPDX-License-Identifier: Apache-2.0
import type { Invocation } from './batch';

const STORE = 'fumibako-mail';

/** Answers that are kept: some weeks of what one reads. The oldest go first. */
const MOST = 400;

/** What the server answered to questions, for when it cannot be reached. Only where browsers keep such things (a secure page). */
export interface Memory {
  readonly keep: (calls: readonly Invocation[], responses: readonly Invocation[]) => Promise<void>;
  readonly recall: (calls: readonly Invocation[]) => Promise<readonly Invocation[] | undefined>;
}

/** Whether calls only ask, so that the answer may be kept. What has changed since a state is worth nothing later. */
export function onlyAsks(calls: readonly Invocation[]): boolean {
  return calls.every(([name]) => /^[A-Za-z]+\/(get|query|parse)$/.test(name));
}

async function addressOf(accountId: string, calls: readonly Invocation[]): Promise<string> {
  const octets = new TextEncoder().encode(JSON.stringify([accountId, calls]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', octets));
  return `/webmail/kept/${Array.from(digest, (octet) => octet.toString(16).padStart(2, '0')).join('')}`;
}

/** The memory of an account in this browser. */
export function browserMemory(accountId: string): Memory | undefined {
  if (!('caches' in globalThis) || !globalThis.crypto?.subtle) {
    return undefined;
  }
  return {
    keep: async (calls, responses) => {
      const cache = await caches.open(STORE);
      const address = await addressOf(accountId, calls);
      await cache.delete(address);
      await cache.put(address, Response.json(responses));
      const known = await cache.keys();
      await Promise.all(known.slice(0, Math.max(0, known.length - MOST)).map((old) => cache.delete(old)));
    },
    recall: async (calls) => {
      const found = await (await caches.open(STORE)).match(await addressOf(accountId, calls));
      return found && ((await found.json()) as readonly Invocation[]);
    },
  };
}

/** Forgets all that was kept, of whomever. */
export async function forgetEverything(): Promise<void> {
  if ('caches' in globalThis) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('fumibako-')).map((name) => caches.delete(name)));
  }
}
