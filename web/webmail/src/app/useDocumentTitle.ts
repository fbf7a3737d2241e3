// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { useMailboxes } from '../mail/context';

const PRODUCT = 'Fumibako';

/** Names the window after what is open, with how much is unread in the inbox, which the icon of an installed app shows too. */
export function useDocumentTitle(title: string | undefined): void {
  const unread = useMailboxes().find((mailbox) => mailbox.role === 'inbox')?.unreadEmails ?? 0;
  useEffect(() => {
    if (title !== undefined) {
      document.title = `${unread > 0 ? `(${unread}) ` : ''}${title} | ${PRODUCT}`;
    }
  }, [unread, title]);
  useEffect(() => {
    // Only where it is an app; elsewhere it does nothing, or is not there.
    void navigator.setAppBadge?.(unread).catch(() => undefined);
  }, [unread]);
}
