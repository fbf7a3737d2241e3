// SPDX-License-Identifier: Apache-2.0
import { toasts, useFormats, useNavigate } from '@fumibako/kit';
import { useQuery, useQueryClient } from '@fumibako/kit/api';
import { useSyncExternalStore } from 'react';
import type { Id } from '../../../jmap';
import { useStore } from '../../../mail/context';
import { callBackLetter } from '../api/callBackLetter';
import { forgetLetter } from '../api/forgetLetter';
import { getLetters } from '../api/getLetters';
import type { Letter } from './scheduled';
import { useLaterText } from './text';

const KEY = 'letters';

/** Letters that wait and those that nobody took; asked again when mailboxes change, as they do when a letter goes. */
export function useLetters(): readonly Letter[] {
  const store = useStore();
  const state = useSyncExternalStore(store.mailboxes.subscribe, () => store.mailboxes.state);
  const { data } = useQuery({
    queryKey: [KEY, state],
    queryFn: () => getLetters(store),
    placeholderData: (before) => before,
  });
  return data ?? [];
}

export interface LetterCommands {
  /** Says that a letter waits, with the way to take it back. */
  readonly tell: (letter: { id: Id; emailId: Id }, at: Date) => void;
  readonly callBack: (letter: { id: Id; emailId: Id }) => Promise<void>;
  readonly forget: (letter: Letter) => Promise<void>;
  readonly open: (emailId: Id) => Promise<void>;
}

export function useLetterCommands(): LetterCommands {
  const store = useStore();
  const client = useQueryClient();
  const navigate = useNavigate();
  const formats = useFormats();
  const say = useLaterText();
  const again = () => client.invalidateQueries({ queryKey: [KEY] });
  const open = (draft: Id) => navigate({ to: '/$box/compose', params: { box: 'drafts' }, search: { draft } });
  const callBack = async (letter: { id: Id; emailId: Id }) => {
    try {
      const done = await callBackLetter(store, letter);
      toasts.show(
        done
          ? { text: say('canceled'), label: say('open'), act: () => open(letter.emailId) }
          : { text: say('tooLate') },
      );
    } catch {
      toasts.show({ text: say('failed') });
    }
    await again();
  };
  return {
    callBack,
    open,
    tell: (letter, at) => {
      void again();
      const time = formats.fullTime(at.toISOString());
      toasts.show({ text: say('willGo', { time }), label: say('callBack'), undo: true, act: () => callBack(letter) });
    },
    forget: async ({ id }) => {
      await forgetLetter(store, id).catch(() => toasts.show({ text: say('failed') }));
      await again();
    },
  };
}
