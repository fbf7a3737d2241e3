// SPDX-License-Identifier: Apache-2.0
import { useLocation } from '@fumibako/kit';

/** What the address is about. */
export interface Place {
  readonly box: string;
  /** The id of the email that is open. */
  readonly email: string | undefined;
  readonly what: 'list' | 'read' | 'compose' | 'settings';
}

export function placeOf(path: string): Place {
  const [box = 'inbox', inside] = path
    .replace(/^\/webmail/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  if (box === 'settings') {
    return { box, email: undefined, what: 'settings' };
  } else if (inside === undefined) {
    return { box, email: undefined, what: 'list' };
  }
  return inside === 'compose' ? { box, email: undefined, what: 'compose' } : { box, email: inside, what: 'read' };
}

/** On a phone one pane is shown at a time: this says which. */
export function usePlace(): Place {
  return placeOf(useLocation({ select: (location) => location.pathname }));
}
