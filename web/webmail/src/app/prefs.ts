// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

/** How this person likes webmail in this browser. */
export interface Prefs {
  /** Emails of a conversation as one line. */
  readonly threads: boolean;
  readonly density: 'comfortable' | 'compact';
  /** Single-key commands (WCAG 2.1.4 wants them to be switched off). */
  readonly keys: boolean;
  /** Seconds during which sending can be taken back. */
  readonly undoSeconds: 0 | 5 | 10 | 20 | 30;
  readonly compose: 'rich' | 'plain';
  /** Whether new mail is announced by the browser. */
  readonly notify: boolean;
}

export const DEFAULTS: Prefs = {
  threads: true,
  density: 'comfortable',
  keys: true,
  undoSeconds: 10,
  compose: 'rich',
  notify: false,
};

const KEY = 'fumibako.webmail';
const listeners = new Set<() => void>();
let current = read();

function read(): Prefs {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Prefs>) };
  } catch {
    return DEFAULTS;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function prefs(): Prefs {
  return current;
}

export function changePrefs(change: Partial<Prefs>): void {
  current = { ...current, ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  for (const listener of listeners) {
    listener();
  }
}

export function usePrefs(): Prefs {
  return useSyncExternalStore(subscribe, prefs);
}
