// SPDX-License-Identifier: Apache-2.0
import {
  type Icon,
  IconAlertOctagon,
  IconArchive,
  IconFileText,
  IconFolder,
  IconInbox,
  IconSend,
  IconTrash,
} from '@fumibako/kit';
import type { Mailbox, Role } from '../../jmap';
import { useMailText } from '../../mail/text';

/** What a mailbox is called: by its use where it has one, in the language of the page. */
export function useBoxNames(): (mailbox: Pick<Mailbox, 'role' | 'name'>) => string {
  const say = useMailText();
  return ({ role, name }) => (role === null ? name : say(role));
}

const ICONS: Readonly<Record<Role, Icon>> = {
  inbox: IconInbox,
  drafts: IconFileText,
  sent: IconSend,
  archive: IconArchive,
  junk: IconAlertOctagon,
  trash: IconTrash,
};

export function iconOf(role: Role | null): Icon {
  return role === null ? IconFolder : ICONS[role];
}
