// SPDX-License-Identifier: Apache-2.0
import { connection } from '@fumibako/kit/api';
import type { Id } from './types';

/** States by type, as a StateChange brings them (RFC 8620 §7.1). */
export type States = Readonly<Record<string, string>>;

/** Between attempts when the server does not answer, in ms; each is twice the one before. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Listens to the event source (RFC 8620 §7.3) and calls `onChange` with what is new of `accountId`. Also calls it, with nothing, when the
 * stream has been opened again, because what happened in between was not told. Returns what ends it.
 */
export function listen(accountId: Id, onChange: (states: States | undefined) => void): () => void {
  let source: EventSource | undefined;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened = false;

  const open = () => {
    source = new EventSource('/jmap/events?types=*&closeafter=no&ping=20');
    source.onopen = () => {
      pause = FIRST_PAUSE;
      connection.set(true);
      if (opened) {
        onChange(undefined);
      }
      opened = true;
    };
    source.addEventListener('state', (event) => {
      const change = JSON.parse((event as MessageEvent<string>).data) as { changed: Record<Id, States> };
      const states = change.changed[accountId];
      if (states) {
        onChange(states);
      }
    });
    // A stream that was refused is closed by the browser for good, one that broke is opened again by it.
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
