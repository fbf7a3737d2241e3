// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from '@fumibako/kit';
import { useEffect } from 'react';
import type { EmailRow } from '../jmap';
import { isUnread } from '../mail/box';
import { useStore } from '../mail/context';
import { displayName } from '../mail/people';
import { useMailText } from '../mail/text';
import { usePrefs } from './prefs';

/** More than this at once is one notice. */
const MOST = 3;

/** Tells of new mail by the system's notices, when that is wanted and the page is not looked at. */
export function useNotices(): void {
  const store = useStore();
  const say = useMailText();
  const navigate = useNavigate();
  const { notify } = usePrefs();
  useEffect(() => {
    if (!notify || !('Notification' in window) || Notification.permission !== 'granted') {
      return;
    }
    const show = (row: EmailRow) => {
      const [from] = row.from ?? [];
      const title = from ? displayName(from) : say('noSender');
      const notice = new Notification(title, { body: row.subject || say('noSubject'), tag: row.id });
      notice.onclick = () => {
        window.focus();
        void navigate({ to: '/$box/$email', params: { box: 'inbox', email: row.id } });
      };
    };
    return store.onArrival((rows) => {
      const inbox = store.mailboxes.withRole('inbox')?.id ?? '';
      const fresh = rows.filter((row) => row.mailboxIds[inbox] && isUnread(row));
      if (document.hidden) {
        fresh.slice(0, MOST).forEach(show);
      }
    });
  }, [notify, store, say, navigate]);
}
