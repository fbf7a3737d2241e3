// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, IconRefresh } from '@fumibako/kit';
import { useEffect } from 'react';
import { useStore } from '../../mail/context';
import { useMailText } from '../../mail/text';
import { useBoxNames } from '../mailboxes/names';
import classes from './ListHead.module.css';
import { useList } from './ListProvider';
import { useListText } from './text';

const PRODUCT = 'Fumibako';

/** The name of the box and how much is in it. `main` when nothing is open beside it, so that it is the page's heading. */
export function ListHead({ main }: { main: boolean }) {
  const say = useListText();
  const sayMail = useMailText();
  const name = useBoxNames();
  const store = useStore();
  const { box, standing } = useList();
  const title = box.mailbox ? name(box.mailbox) : sayMail(box.role === 'starred' ? 'starred' : 'search');
  const unread = box.mailbox?.unreadEmails ?? 0;
  useEffect(() => {
    if (main) {
      document.title = `${unread > 0 ? `(${unread}) ` : ''}${title} | ${PRODUCT}`;
    }
  }, [main, unread, title]);
  const Heading = main ? 'h1' : 'h2';
  const count = box.role === 'inbox' && unread > 0 ? say('unread', { count: unread }) : undefined;
  return (
    <div className={classes.head}>
      <Heading className={classes.title}>{title}</Heading>
      <span className={classes.count}>
        {count ?? (standing.total !== undefined && say('total', { count: standing.total }))}
      </span>
      <ActionIcon
        className={classes.button}
        variant="subtle"
        color="gray"
        size={32}
        aria-label={say('refresh')}
        onClick={() => void store.sync().catch(() => undefined)}
      >
        <IconRefresh size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
