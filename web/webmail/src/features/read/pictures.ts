// SPDX-License-Identifier: Apache-2.0
import { Observed } from '../../mail/observed';

const KEY = 'fumibako.pictures';

/** Senders whose pictures on the web are always shown, in this browser. */
class Welcome extends Observed {
  #senders: ReadonlySet<string> = read();

  readonly current = (): ReadonlySet<string> => this.#senders;

  add(sender: string): void {
    this.#senders = new Set([...this.#senders, sender.toLowerCase()]);
    localStorage.setItem(KEY, JSON.stringify([...this.#senders]));
    this.changed();
  }
}

function read(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[]);
  } catch {
    return new Set();
  }
}

export const welcome = new Welcome();
