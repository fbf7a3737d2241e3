// SPDX-License-Identifier: Apache-2.0
import { useSession } from '@fumibako/kit';
import { usePlace } from '../../app/pane';
import { useAppText } from '../../app/text';
import { boxOf } from '../../mail/box';
import { useMailboxes } from '../../mail/context';
import { useMailText } from '../../mail/text';
import { useBoxNames } from './names';
import { useMailboxText } from './text';

/** The name of the place that is open and a line about it, for the header of a phone. */
export function useTitle(): { readonly title: string; readonly note: string } {
  const say = useMailboxText();
  const sayApp = useAppText();
  const sayMail = useMailText();
  const name = useBoxNames();
  const { login } = useSession();
  const place = usePlace();
  const box = boxOf(place.box, useMailboxes());
  if (place.what === 'page') {
    return { title: sayApp(place.box === 'doctor' ? 'doctor' : 'settings'), note: login };
  } else if (!box) {
    return { title: sayApp('webmail'), note: login };
  } else if (!box.mailbox) {
    return { title: sayMail(box.role === 'starred' ? 'starred' : 'search'), note: login };
  }
  const unread = box.mailbox.unreadEmails;
  return {
    title: name(box.mailbox),
    note: unread > 0 ? `${login}　${say('unread', { count: unread })}` : login,
  };
}
