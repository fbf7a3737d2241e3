// SPDX-License-Identifier: Apache-2.0
import { toasts } from '@fumibako/kit';
import type { Mailbox } from '../../jmap';
import { emptyMailbox } from '../../mail/calls/emptyMailbox';
import { useStore } from '../../mail/context';
import { useMailText } from '../../mail/text';
import { useWhy } from '../../mail/useWhy';

/** Empties a folder for good; whoever calls it has asked. */
export function useEmpty(): (mailbox: Mailbox) => Promise<void> {
  const store = useStore();
  const say = useMailText();
  const why = useWhy();
  return async (mailbox) => {
    try {
      await emptyMailbox(store, mailbox.id);
      toasts.show({ text: say('destroyed', { count: mailbox.totalEmails }) });
    } catch (error) {
      toasts.show({ text: say('failed', { why: why(error) }) });
    }
  };
}
