// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { prefs } from '../../app/prefs';
import type { Id, Identity } from '../../jmap';
import { useStore } from '../../mail/context';
import { isAddress } from './addresses';
import { submitLater } from './api/submitLater';
import { recipients, uploading } from './content';
import type { Keeper } from './draft/keeper';
import { useLetterCommands } from './later/useLetters';
import { outbox } from './outbox/useOutbox';
import type { Book } from './people/book';
import { useComposeText } from './text';
import { useWhyNot } from './useWhyNot';
import { type Warning, warnings } from './warnings';

export interface Sending {
  readonly busy: boolean;
  /** What is wrong with the recipients. */
  readonly wrong: string | undefined;
  /** Why it was not sent. */
  readonly failure: string | undefined;
  /** What one may have overlooked; `send(true)` sends all the same, at the time that was asked for. */
  readonly warnings: readonly Warning[];
  readonly send: (anyway: boolean, at?: Date) => Promise<void>;
  /** Goes on writing. */
  readonly dismiss: () => void;
}

interface State {
  readonly busy: boolean;
  readonly wrong?: string;
  readonly failure?: string;
  readonly warnings: readonly Warning[];
  /** When it was to be sent that one is warned of; at once when absent. */
  readonly at?: Date | undefined;
}

const QUIET: State = { busy: false, warnings: [] };

/** Sends what is written: it is saved as a draft first and handed to the outbox, so there is no moment at which it could be lost. */
export function useSend(
  keeper: Keeper,
  identities: readonly Identity[],
  book: Book | undefined,
  away: () => void,
): Sending {
  const say = useComposeText();
  const why = useWhyNot();
  const store = useStore();
  const letters = useLetterCommands();
  const { accountId } = store.jmap.session;
  const [state, setState] = useState<State>(QUIET);

  const unready = (): State | undefined => {
    const all = recipients(keeper.content);
    const bad = all.find(({ email }) => !isAddress(email));
    if (bad) {
      return { ...QUIET, wrong: say('badRecipient', { text: bad.email }) };
    } else if (all.length === 0) {
      return { ...QUIET, wrong: say('noRecipient') };
    }
    return uploading(keeper.content) ? { ...QUIET, failure: say('stillUploading') } : undefined;
  };

  const sendLater = async (email: Id, at: Date) => {
    const { content } = keeper;
    const from = identities.find(({ id }) => id === content.identity)?.email ?? '';
    const id = await submitLater(store, { email, from, content, at });
    letters.tell({ id, emailId: email }, at);
  };

  const sendSoon = async (email: Id) => {
    const { content } = keeper;
    const due = Date.now() + prefs().undoSeconds * 1000;
    await outbox().hold({ email, accountId, identity: content.identity, content, due, sending: false });
  };

  const send = async (anyway: boolean, at = anyway ? state.at : undefined) => {
    const problem = unready();
    const overlooked = problem || anyway ? [] : warnings(keeper.content, book);
    if (problem || overlooked.length > 0) {
      setState(problem ?? { ...QUIET, warnings: overlooked, at });
      return;
    }
    setState({ ...QUIET, busy: true });
    try {
      const email = await keeper.flush();
      await (at ? sendLater(email, at) : sendSoon(email));
      await keeper.done();
      away();
    } catch (error) {
      setState({ ...QUIET, failure: say('notSent', { why: why(error) }) });
    }
  };
  return {
    busy: state.busy,
    wrong: state.wrong,
    failure: state.failure,
    warnings: state.warnings,
    send,
    dismiss: () => setState(QUIET),
  };
}
