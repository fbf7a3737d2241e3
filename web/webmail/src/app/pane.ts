// SPDX-License-Identifier: Apache-2.0
import { useLocation } from '@fumibako/kit';

/** What the address is about. */
export interface Place {
  readonly box: string;
  /** The id of the email that is open. */
  readonly email: string | undefined;
  readonly what: 'list' | 'read' | 'compose' | 'page';
}

/** What stands where lists do, and is none. */
const PAGES: ReadonlySet<string> = new Set(['settings', 'doctor']);

export function placeOf(path: string): Place {
  const [box = 'inbox', inside] = path
    .replace(/^\/webmail/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  if (PAGES.has(box)) {
    return { box, email: undefined, what: 'page' };
  } else if (inside === undefined) {
    return { box, email: undefined, what: 'list' };
  }
  return inside === 'compose' ? { box, email: undefined, what: 'compose' } : { box, email: inside, what: 'read' };
}

/** On a phone one pane is shown at a time: this says which. */
export function usePlace(): Place {
  return placeOf(useLocation({ select: (location) => location.pathname }));
}
