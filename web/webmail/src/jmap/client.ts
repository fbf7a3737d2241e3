// SPDX-License-Identifier: Apache-2.0
import { Answers, type Batch, type Invocation, type Reference } from './batch';
import { type Memory, onlyAsks } from './memory';
import type { Id } from './types';

/** What the session object says that we use (RFC 8620 §2). */
export interface JmapSession {
  readonly accountId: Id;
  readonly capabilities: readonly string[];
  readonly maxCallsInRequest: number;
  readonly maxObjectsInGet: number;
  readonly maxObjectsInSet: number;
  readonly maxSizeUpload: number;
  /** Octets of all that is attached to one email. */
  readonly maxSizeAttachments: number;
  /** Seconds that sending may be put off; 0 when it may not. */
  readonly maxDelayedSend: number;
}

export interface Request {
  readonly using: readonly string[];
  readonly methodCalls: readonly Invocation[];
}

/** Carries a request to the server and its responses back; throws when there are none. */
export type Transport = (request: Request) => Promise<readonly Invocation[]>;

interface Waiting {
  readonly batch: Batch;
  readonly resolve: (answers: Answers) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Sends batches. Those that are handed over in the same turn of the event loop travel in one request, as many as the server takes
 * in one; their ids are told apart by a prefix.
 */
export class JmapClient {
  readonly session: JmapSession;
  readonly #transport: Transport;
  readonly #memory: Memory | undefined;
  #waiting: Waiting[] = [];

  constructor(session: JmapSession, transport: Transport, memory?: Memory) {
    this.session = session;
    this.#transport = transport;
    this.#memory = memory;
  }

  /** Sends a batch; what only asks is answered from memory when the server cannot be reached. */
  async send(batch: Batch): Promise<Answers> {
    if (!this.#memory || !onlyAsks(batch.calls)) {
      return this.#queue(batch);
    }
    try {
      const answers = await this.#queue(batch);
      void this.#memory.keep(batch.calls, answers.responses).catch(() => undefined);
      return answers;
    } catch (error) {
      const kept = await this.#memory.recall(batch.calls).catch(() => undefined);
      if (!kept) {
        throw error;
      }
      return new Answers(kept);
    }
  }

  #queue(batch: Batch): Promise<Answers> {
    if (this.#waiting.length === 0) {
      queueMicrotask(() => this.#flush());
    }
    return new Promise((resolve, reject) => this.#waiting.push({ batch, resolve, reject }));
  }

  #flush(): void {
    let group: Waiting[] = [];
    let calls = 0;
    for (const waiting of this.#waiting) {
      if (calls > 0 && calls + waiting.batch.calls.length > this.session.maxCallsInRequest) {
        void this.#carry(group);
        group = [];
        calls = 0;
      }
      group.push(waiting);
      calls += waiting.batch.calls.length;
    }
    this.#waiting = [];
    void this.#carry(group);
  }

  async #carry(group: readonly Waiting[]): Promise<void> {
    const methodCalls = group.flatMap(({ batch }, at) => batch.calls.map((call) => this.#addressed(call, `${at}.`)));
    try {
      const responses = await this.#transport({ using: this.session.capabilities, methodCalls });
      group.forEach(({ resolve }, at) => {
        const prefix = `${at}.`;
        const own = responses
          .filter(([, , id]) => id.startsWith(prefix))
          .map(([name, args, id]): Invocation => [name, args, id.slice(prefix.length)]);
        resolve(new Answers(own));
      });
    } catch (error) {
      for (const { reject } of group) {
        reject(error);
      }
    }
  }

  /** The call with our account in it, its id and its references with the prefix. */
  #addressed([name, args, id]: Invocation, prefix: string): Invocation {
    const complete: Record<string, unknown> = { accountId: this.session.accountId };
    for (const [key, value] of Object.entries(args)) {
      complete[key] = key.startsWith('#') ? prefixed(value as Reference, prefix) : value;
    }
    return [name, complete, prefix + id];
  }
}

function prefixed(reference: Reference, prefix: string): Reference {
  return { ...reference, resultOf: prefix + reference.resultOf };
}
