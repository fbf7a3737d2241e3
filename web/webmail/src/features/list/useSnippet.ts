// SPDX-License-Identifier: Apache-2.0
import { useCallback, useSyncExternalStore } from 'react';
import type { Id, Snippet } from '../../jmap';
import { useList } from './ListProvider';

/** Where in an email what was searched for is; undefined as long as it is not known. */
export function useSnippet(id: Id): Snippet | undefined {
  const { snippets } = useList();
  const subscribe = useCallback(
    (listener: () => void) => snippets?.subscribe(listener) ?? (() => undefined),
    [snippets],
  );
  return useSyncExternalStore(subscribe, () => snippets?.get(id));
}
