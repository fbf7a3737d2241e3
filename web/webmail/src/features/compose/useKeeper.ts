// SPDX-License-Identifier: Apache-2.0
import { connection } from '@fumibako/kit/api';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Identity } from '../../jmap';
import { useStore } from '../../mail/context';
import { destroyDraft } from './api/destroyDraft';
import { saveDraft } from './api/saveDraft';
import { Keeper, type Standing } from './draft/keeper';
import { local } from './local';
import type { Opening } from './useOpening';

/** The name of the lock by which other tabs know that a message is being written. */
export function lockOf(key: string): string {
  return `fumibako.compose.${key}`;
}

/** Keeps what is written as long as the composer is open, and saves it when it closes, however it does. */
export function useKeeper(key: string, opening: Opening, identities: readonly Identity[]): Keeper {
  const store = useStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one keeper for each message
  const keeper = useMemo(() => {
    const { accountId } = store.jmap.session;
    return new Keeper(
      opening.content,
      opening.draft,
      {
        save: (content, replaces, unsure) => {
          const identity = identities.find(({ id }) => id === content.identity) ?? identities[0];
          return identity
            ? saveDraft(store, content, identity, { replaces, unsure })
            : Promise.reject(new Error('there is no identity'));
        },
        destroy: (draft) => destroyDraft(store, draft),
        keep: (copy) => local.put('copies', { ...copy, key, accountId }),
        forget: () => local.remove('copies', key).catch(() => undefined),
        now: () => Date.now(),
      },
      opening.unsaved,
    );
  }, [key]);

  useEffect(() => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Without a secure context there are no locks: then other tabs may offer what is still being written.
    void navigator.locks?.request(lockOf(key), () => held).catch(() => undefined);
    return release;
  }, [key]);

  useEffect(() => keeper.resume(), [keeper]);

  useEffect(() => connection.subscribe(() => connection.isUp() && keeper.retry()), [keeper]);

  return keeper;
}

export function useWriting(keeper: Keeper): Standing {
  return useSyncExternalStore(keeper.subscribe, keeper.standing);
}
