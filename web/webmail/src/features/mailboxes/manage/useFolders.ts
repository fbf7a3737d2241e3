// SPDX-License-Identifier: Apache-2.0
import { toasts, useNavigate } from '@fumibako/kit';
import { usePlace } from '../../../app/pane';
import type { Id, Mailbox } from '../../../jmap';
import { keyOf } from '../../../mail/box';
import { ChangeRefused } from '../../../mail/calls/changeEmails';
import { useStore } from '../../../mail/context';
import { useWhy } from '../../../mail/useWhy';
import { clearMailbox } from '../api/clearMailbox';
import { setMailboxes } from '../api/setMailboxes';
import { useManageText } from './text';

export interface Place {
  readonly name: string;
  readonly parentId: Id | null;
}

/** What one does with folders. Each answers why it was not done, or nothing. */
export interface Folders {
  readonly create: (place: Place) => Promise<string | undefined>;
  readonly change: (folder: Mailbox, place: Partial<Place>) => Promise<string | undefined>;
  /** Files what is in it into the trash first. */
  readonly remove: (folder: Mailbox) => Promise<string | undefined>;
}

export function useFolders(): Folders {
  const store = useStore();
  const say = useManageText();
  const leave = useLeave();
  const attempt = useAttempt();
  const before = ({ name, parentId }: Mailbox) => ({ name, parentId });
  const change = (id: Id, place: Partial<Place>) => setMailboxes(store, { update: { [id]: place } });
  return {
    create: (place) =>
      attempt(async () => {
        await setMailboxes(store, { create: place });
        toasts.show({ text: say('created', { name: place.name }) });
      }),
    change: (folder, place) =>
      attempt(async () => {
        await change(folder.id, place);
        toasts.show({ text: say('changed', { name: folder.name }), act: () => change(folder.id, before(folder)) });
      }),
    remove: (folder) =>
      attempt(async () => {
        await clearMailbox(store, folder.id, store.mailboxes.withRole('trash')?.id ?? '');
        await setMailboxes(store, { destroy: [folder.id] });
        leave(folder);
        const again = folder.totalEmails === 0 ? () => setMailboxes(store, { create: before(folder) }) : undefined;
        toasts.show({ text: say('removed', { name: folder.name }), act: again });
      }),
  };
}

/** Goes to the inbox when the folder that is open is gone. */
function useLeave(): (folder: Mailbox) => void {
  const navigate = useNavigate();
  const { box } = usePlace();
  return (folder) => {
    if (box === keyOf(folder)) {
      void navigate({ to: '/$box', params: { box: 'inbox' } });
    }
  };
}

function useAttempt(): (work: () => Promise<void>) => Promise<string | undefined> {
  const say = useManageText();
  const why = useWhy();
  return async (work) => {
    try {
      await work();
      return undefined;
    } catch (error) {
      const refused = error instanceof ChangeRefused ? error.message : '';
      if (refused === 'invalidProperties') {
        return say('taken');
      }
      return refused === 'mailboxHasEmail' ? say('stillMail') : why(error);
    }
  };
}
