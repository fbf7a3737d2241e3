// SPDX-License-Identifier: Apache-2.0
import type { Id } from '../../jmap';
import type { Content } from './content';

/** What is kept of a message in this browser, so that neither a lost connection nor the end of a session loses it. */
export interface LocalCopy {
  /** Tells the message from all others; in the address bar as `w`. */
  readonly key: string;
  readonly accountId: Id;
  readonly content: Content;
  /** The draft on the server that this goes on with. */
  readonly draft: Id | undefined;
  /** The server has all of it. */
  readonly saved: boolean;
  /** When it was changed, ms since 1970. */
  readonly at: number;
}

/** A message that is sent when its time has come, unless it is called back before. */
export interface Held {
  /** The draft that is sent. */
  readonly email: Id;
  readonly accountId: Id;
  readonly identity: Id;
  /** What it says, to go on writing when it is called back. */
  readonly content: Content;
  /** ms since 1970. */
  readonly due: number;
  /** It was handed to the server, whose answer is not known yet. */
  readonly sending: boolean;
  /** It was handed over before, and the answer did not arrive. */
  readonly tried?: boolean;
}

interface Stores {
  readonly copies: LocalCopy;
  readonly held: Held;
}

const KEYS: Readonly<Record<keyof Stores, string>> = { copies: 'key', held: 'email' };

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('fumibako.compose', 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(KEYS)) {
        request.result.createObjectStore(name, { keyPath });
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run<T>(
  name: keyof Stores,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await open()).transaction(name, mode);
  const request = act(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** A drawer of the browser's database. */
export const local = {
  put: <N extends keyof Stores>(name: N, value: Stores[N]): Promise<unknown> =>
    run(name, 'readwrite', (store) => store.put(value)),
  get: <N extends keyof Stores>(name: N, key: string): Promise<Stores[N] | undefined> =>
    run(name, 'readonly', (store) => store.get(key) as IDBRequest<Stores[N] | undefined>),
  all: <N extends keyof Stores>(name: N): Promise<readonly Stores[N][]> =>
    run(name, 'readonly', (store) => store.getAll() as IDBRequest<Stores[N][]>),
  remove: (name: keyof Stores, key: string): Promise<unknown> => run(name, 'readwrite', (store) => store.delete(key)),
};

/** Takes what is held for sending, if it is still there and nobody else has taken it: one of several tabs gets it. */
export async function claim(email: Id, sending: boolean): Promise<Held | undefined> {
  const transaction = (await open()).transaction('held', 'readwrite');
  const store = transaction.objectStore('held');
  let taken: Held | undefined;
  const request = store.get(email) as IDBRequest<Held | undefined>;
  request.onsuccess = () => {
    if (request.result && !request.result.sending) {
      taken = request.result;
      if (sending) {
        store.put({ ...taken, sending: true });
      } else {
        store.delete(email);
      }
    }
  };
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(taken);
    transaction.onabort = () => reject(transaction.error);
  });
}
