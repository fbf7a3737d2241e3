// SPDX-License-Identifier: Apache-2.0
import { toasts, useNavigate } from '@fumibako/kit';
import { connection, Problem } from '@fumibako/kit/api';
import { useEffect, useMemo } from 'react';
import { useStore } from '../../../mail/context';
import type { MailStore } from '../../../mail/store';
import { isDraft } from '../api/isDraft';
import { submit } from '../api/submit';
import { claim, local } from '../local';
import { useComposeText } from '../text';
import { unique } from '../unique';
import { useWhyNot } from '../useWhyNot';
import { Outbox, type Outcome } from './outbox';

let current: Outbox | undefined;

/** The outbox of the page; there is one as long as webmail is open. */
export function outbox(): Outbox {
  if (!current) {
    throw new Error('the outbox is not open yet');
  }
  return current;
}

function make(store: MailStore, tell: (outcome: Outcome) => void): Outbox {
  return new Outbox(
    {
      all: () => local.all('held').catch(() => []),
      put: (held) => local.put('held', held),
      remove: (email) => local.remove('held', email),
      claim,
      submit: ({ email, identity, content }) => submit(store, email, identity, content.answers),
      isDraft: (email) => isDraft(store, email),
      unreached: (error) => error instanceof Problem && (error.unreachable || error.status === 401),
      now: () => Date.now(),
    },
    tell,
  );
}

/** Opens the outbox, goes on with what is in it, and says what becomes of it. */
export function useOutbox(): void {
  const store = useStore();
  const tell = useTell();
  const box = useMemo(() => make(store, tell), [store, tell]);
  useEffect(() => {
    current = box;
    const { accountId } = store.jmap.session;
    const resume = () => void box.resume(accountId).catch(() => undefined);
    resume();
    const unsubscribe = connection.subscribe(() => connection.isUp() && resume());
    const warn = (event: BeforeUnloadEvent) => {
      if (box.waits()) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      unsubscribe();
      window.removeEventListener('beforeunload', warn);
      box.stop();
    };
  }, [box, store]);
}

function useTell(): (outcome: Outcome) => void {
  const say = useComposeText();
  const why = useWhyNot();
  const navigate = useNavigate();
  return useMemo(
    () => (outcome) => {
      const { email, due } = outcome.held;
      const open = async () => {
        const { accountId, content } = outcome.held;
        const key = unique();
        await local.put('copies', { key, accountId, content, draft: email, saved: false, at: Date.now() });
        await navigate({ to: '/$box/compose', params: { box: 'drafts' }, search: { w: key } });
      };
      switch (outcome.kind) {
        case 'held': {
          const ms = Math.max(0, due - Date.now());
          const callBack = async () => {
            if (await outbox().callBack(email)) {
              await open();
            } else {
              toasts.show({ text: say('tooLate') });
            }
          };
          toasts.show({
            text: say('willSend', { count: Math.ceil(ms / 1000) }),
            label: say('callBack'),
            undo: true,
            act: callBack,
            ms,
          });
          break;
        }
        case 'sent':
          toasts.show({ text: say('sent') });
          break;
        case 'later':
          toasts.show({ text: say('later') });
          break;
        case 'refused':
          toasts.show({
            text: say('notSent', { why: why(outcome.error) }),
            label: say('openDraft'),
            act: open,
            ms: 30_000,
          });
          break;
        case 'unsure':
          toasts.show({ text: say('unsure'), label: say('openDraft'), act: open, ms: 30_000 });
          break;
      }
    },
    [say, why, navigate],
  );
}
