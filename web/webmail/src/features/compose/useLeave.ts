// SPDX-License-Identifier: Apache-2.0
import { toasts, useNavigate, useSearch } from '@fumibako/kit';
import { useEffect, useRef } from 'react';
import { useStore } from '../../mail/context';
import { useList } from '../list/ListProvider';
import type { Keeper } from './draft/keeper';
import { local } from './local';
import { useComposeText } from './text';
import { unique } from './unique';

export interface Leave {
  /** Goes back to the email that is answered, or to the list. */
  readonly away: () => void;
  /** Keeps the draft. */
  readonly close: () => Promise<void>;
  /** Puts the draft into the trash; the toast takes it back. */
  readonly discard: () => Promise<void>;
}

/** The ways out of the composer. Whatever way is taken, the draft is kept unless it was sent or thrown away. */
export function useLeave(keeper: Keeper): Leave {
  const say = useComposeText();
  const store = useStore();
  const navigate = useNavigate();
  const away = useAway();
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      // Not when React only tries out whether effects can be undone.
      queueMicrotask(() => !mounted.current && void keeper.close());
    };
  }, [keeper]);

  const close = async () => {
    const { where } = keeper.standing();
    away();
    await keeper.close();
    if (where !== 'untouched') {
      toasts.show({ text: say(keeper.standing().where === 'here' ? 'keptHere' : 'kept') });
    }
  };

  const discard = async () => {
    const { content } = keeper;
    const { accountId } = store.jmap.session;
    const trash = store.mailboxes.withRole('trash')?.id;
    const drafts = store.mailboxes.withRole('drafts')?.id;
    away();
    await keeper.done();
    const { draft } = keeper;
    const file = (mailbox: string | undefined) =>
      draft && mailbox ? store.change(new Map([[draft, { mailboxIds: { [mailbox]: true } }]])) : Promise.resolve();
    const takeBack = async () => {
      await file(drafts);
      const key = unique();
      await local.put('copies', { key, accountId, content, draft, saved: false, at: Date.now() });
      await navigate({ to: '/$box/compose', params: { box: 'drafts' }, search: { w: key } });
    };
    try {
      await file(trash);
      toasts.show({ text: say('discarded'), act: takeBack });
    } catch {
      toasts.show({ text: say('notDiscarded') });
    }
  };
  return { away, close, discard };
}

function useAway(): () => void {
  const navigate = useNavigate();
  const { box } = useList();
  const { reply, forward, q, show, order } = useSearch({ strict: false });
  const email = reply ?? forward;
  return () => {
    if (email) {
      void navigate({ to: '/$box/$email', params: { box: box.key, email }, search: { q, show, order } });
    } else {
      void navigate({ to: '/$box', params: { box: box.key }, search: { q, show, order } });
    }
  };
}
