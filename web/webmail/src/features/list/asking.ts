// SPDX-License-Identifier: Apache-2.0
import { Observed } from '../../mail/observed';

/** Something that cannot be taken back, which is therefore asked first. */
export interface Question {
  readonly what: 'destroy' | 'empty';
  /** How many emails it is about. */
  readonly count: number;
  /** The folder that is emptied. */
  readonly folder?: string;
  readonly go: () => void;
}

class Asking extends Observed {
  #question: Question | undefined;

  readonly current = (): Question | undefined => this.#question;

  set(question: Question | undefined): void {
    this.#question = question;
    this.changed();
  }
}

export const asking = new Asking();

/** Asks; `go` is called when the answer is yes. */
export function askAbout(question: Question): void {
  asking.set(question);
}
