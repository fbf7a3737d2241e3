// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'react';

// What was typed and not saved, as long as the page lives. Never on disk: passwords may be among it.
const kept = new Map<string, unknown>();

interface Draft<T> {
  readonly values: T;
  readonly set: (change: Partial<T>) => void;
  /** Whether something differs from what is saved. */
  readonly dirty: boolean;
  /** Forgets what was typed. */
  readonly clear: () => void;
}

/** The values of a form, which outlive its closing under `key`. `saved` is what the server has. */
export function useDraft<T extends object>(key: string, saved: T): Draft<T> {
  const [changes, setChanges] = useState<Partial<T>>(() => (kept.get(key) as Partial<T> | undefined) ?? {});
  const set = useCallback(
    (change: Partial<T>) =>
      setChanges((before) => {
        const after = { ...before, ...change };
        kept.set(key, after);
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => {
    kept.delete(key);
    setChanges({});
  }, [key]);
  const names = Object.keys(changes) as (keyof T)[];
  return { values: { ...saved, ...changes }, set, dirty: names.some((name) => changes[name] !== saved[name]), clear };
}
