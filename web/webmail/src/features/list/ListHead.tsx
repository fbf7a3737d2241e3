// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';
import { useDocumentTitle } from '../../app/useDocumentTitle';
import { useMailText } from '../../mail/text';
import { useBoxNames } from '../mailboxes/names';
import { ChosenHead } from './ChosenHead';
import { HeadButtons } from './HeadButtons';
import classes from './ListHead.module.css';
import { useList } from './ListProvider';
import { useListText } from './text';

/** The name of the box and how much is in it; what to do with what is ticked. `main` when it is the page's heading. */
export function ListHead({ main }: { main: boolean }) {
  const say = useListText();
  const { box, standing, selection } = useList();
  const { ids } = useSyncExternalStore(selection.subscribe, selection.current);
  const title = useBoxTitle();
  const unread = box.mailbox?.unreadEmails ?? 0;
  useDocumentTitle(main ? title : undefined);
  const Heading = main ? 'h1' : 'h2';
  const count = box.role === 'inbox' && unread > 0 ? say('unread', { count: unread }) : undefined;
  return (
    <div className={classes.head}>
      <Heading className={classes.title} data-hidden={ids.size > 0 || undefined}>
        {title}
      </Heading>
      {ids.size > 0 ? (
        <ChosenHead />
      ) : (
        <>
          <span className={classes.count}>
            {count ?? (standing.total !== undefined && say('total', { count: standing.total }))}
          </span>
          <HeadButtons />
        </>
      )}
    </div>
  );
}

function useBoxTitle(): string {
  const sayMail = useMailText();
  const name = useBoxNames();
  const { box } = useList();
  return box.mailbox ? name(box.mailbox) : sayMail(box.role === 'starred' ? 'starred' : 'search');
}
