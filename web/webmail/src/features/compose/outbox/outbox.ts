// SPDX-License-Identifier: Apache-2.0
import type { Id } from '../../../jmap';
import type { Held } from '../local';

/** What an outbox uses; tests give it others. */
export interface OutboxPorts {
  readonly all: () => Promise<readonly Held[]>;
  readonly put: (held: Held) => Promise<unknown>;
  readonly remove: (email: Id) => Promise<unknown>;
  /** Takes it for sending or for calling it back; undefined when another tab was faster. */
  readonly claim: (email: Id, sending: boolean) => Promise<Held | undefined>;
  readonly submit: (held: Held) => Promise<void>;
  /** Whether an email is a draft still. */
  readonly isDraft: (email: Id) => Promise<boolean>;
  /** Whether an error means that the server was not reached, so that one may try again. */
  readonly unreached: (error: unknown) => boolean;
  readonly now: () => number;
}

/** What became of a message. */
export type Outcome =
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'sent'; readonly held: Held }
  /** The server cannot be reached; it is sent when it can. */
  | { readonly kind: 'later'; readonly held: Held }
  | { readonly kind: 'refused'; readonly held: Held; readonly error: unknown }
  /** The page went away while it was handed over: it is still a draft, or it is not. */
  | { readonly kind: 'unsure'; readonly held: Held };

/** The longest that a browser's timer can wait, ms. */
const LONGEST_TIMER = 2_000_000_000;

/**
 * Messages that are sent after a while, during which they can be called back. They lie in the browser's database, so that loading the page
 * again neither loses them nor sends them early; the message itself is a draft on the server until it is sent.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #tell: (outcome: Outcome) => void;
  /** What this page is handing over at the moment. */
  readonly #busy = new Set<Id>();
  readonly #timers = new Map<Id, ReturnType<typeof setTimeout>>();

  constructor(ports: OutboxPorts, tell: (outcome: Outcome) => void) {
    this.#ports = ports;
    this.#tell = tell;
  }

  /** Goes on with what was held when the page was left. */
  async resume(accountId: Id): Promise<void> {
    for (const held of await this.#ports.all()) {
      if (held.accountId !== accountId) {
      } else if (held.sending && !this.#busy.has(held.email)) {
        await this.#settle(held);
      } else if (!held.sending && !this.#timers.has(held.email)) {
        this.#wait(held);
        if (held.due > this.#ports.now()) {
          this.#tell({ kind: 'held', held });
        }
      }
    }
  }

  /** Holds a message until it is due. */
  async hold(held: Held): Promise<void> {
    await this.#ports.put(held);
    this.#wait(held);
    this.#tell({ kind: 'held', held });
  }

  /** Calls a message back; false when it has been sent. */
  async callBack(email: Id): Promise<boolean> {
    clearTimeout(this.#timers.get(email));
    this.#timers.delete(email);
    return (await this.#ports.claim(email, false)) !== undefined;
  }

  /** Whether something waits in this tab. */
  waits(): boolean {
    return this.#timers.size > 0;
  }

  stop(): void {
    for (const timer of this.#timers.values()) {
      clearTimeout(timer);
    }
    this.#timers.clear();
  }

  #wait(held: Held): void {
    clearTimeout(this.#timers.get(held.email));
    const pause = Math.min(LONGEST_TIMER, Math.max(0, held.due - this.#ports.now()));
    this.#timers.set(
      held.email,
      setTimeout(() => void this.#send(held.email), pause),
    );
  }

  async #send(email: Id): Promise<void> {
    this.#timers.delete(email);
    const held = await this.#ports.claim(email, true);
    if (held) {
      this.#busy.add(email);
      await this.#handOver(held).finally(() => this.#busy.delete(email));
    }
  }

  async #handOver(held: Held): Promise<void> {
    const { email } = held;
    try {
      // After an attempt whose answer was lost, what is no draft any more has gone.
      if (!held.tried || (await this.#ports.isDraft(email))) {
        await this.#ports.submit(held);
      }
      await this.#ports.remove(email);
      this.#tell({ kind: 'sent', held });
    } catch (error) {
      if (this.#ports.unreached(error)) {
        // Tried again when the connection is back: `resume` is called then.
        await this.#ports.put({ ...held, tried: true });
        this.#tell({ kind: 'later', held });
      } else {
        await this.#ports.remove(email);
        this.#tell({ kind: 'refused', held, error });
      }
    }
  }

  /** Sending was begun and its end not seen: what is no draft any more has gone. */
  async #settle(held: Held): Promise<void> {
    let draft: boolean;
    try {
      draft = await this.#ports.isDraft(held.email);
    } catch {
      return;
    }
    await this.#ports.remove(held.email);
    this.#tell(draft ? { kind: 'unsure', held } : { kind: 'sent', held });
  }
}
