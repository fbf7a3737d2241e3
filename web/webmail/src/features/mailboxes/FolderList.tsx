// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, type Icon, IconSettings, IconStar, Link, useFormats } from '@fumibako/kit';
import type { CSSProperties } from 'react';
import type { Id, Mailbox } from '../../jmap';
import { keyOf } from '../../mail/box';
import { useMailboxes } from '../../mail/context';
import { useMailText } from '../../mail/text';
import classes from './Folders.module.css';
import { managing } from './managing';
import { iconOf, useBoxNames } from './names';
import { useMailboxText } from './text';
import { inOrder } from './tree';
import { useDrop } from './useDrop';

/** Special folders first, in the order of what happens to mail, then the person's own. */
export function FolderList({ onGo }: { onGo?: () => void }) {
  const say = useMailboxText();
  const sayMail = useMailText();
  const mailboxes = useMailboxes();
  const [inbox, ...special] = mailboxes.filter((mailbox) => mailbox.role !== null);
  const own = mailboxes.filter((mailbox) => mailbox.role === null);
  return (
    <div className={classes.list}>
      {inbox && <Folder mailbox={inbox} onGo={onGo} />}
      <Item to="starred" label={sayMail('starred')} icon={IconStar} onGo={onGo} />
      {special.map((mailbox) => (
        <Folder key={mailbox.id} mailbox={mailbox} onGo={onGo} />
      ))}
      <div className={classes.ownHead}>
        <h2 className={classes.group}>{say('own')}</h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={say('manage')}
          title={say('manage')}
          onClick={() => {
            onGo?.();
            managing.set(true);
          }}
        >
          <IconSettings size={16} stroke={1.75} />
        </ActionIcon>
      </div>
      {inOrder(own).map(({ mailbox, depth }) => (
        <Folder key={mailbox.id} mailbox={mailbox} depth={depth} onGo={onGo} />
      ))}
    </div>
  );
}

/** Drafts are counted as they are, everything else by what is unread. */
function countOf(mailbox: Mailbox): number {
  if (mailbox.role === 'drafts') {
    return mailbox.totalEmails;
  }
  return mailbox.role === 'sent' || mailbox.role === 'trash' ? 0 : mailbox.unreadEmails;
}

function Folder({ mailbox, depth = 0, onGo }: { mailbox: Mailbox; depth?: number; onGo: (() => void) | undefined }) {
  const name = useBoxNames();
  return (
    <Item
      to={keyOf(mailbox)}
      label={name(mailbox)}
      icon={iconOf(mailbox.role)}
      count={countOf(mailbox)}
      unread={mailbox.role !== 'drafts'}
      depth={depth}
      mailbox={mailbox.id}
      onGo={onGo}
    />
  );
}

interface ItemProps {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly count?: number;
  readonly unread?: boolean;
  readonly depth?: number;
  /** Where emails that are dropped on it go. */
  readonly mailbox?: Id;
  readonly onGo: (() => void) | undefined;
}

function Item({ to, label, icon: Icon, count = 0, unread = false, depth = 0, mailbox, onGo }: ItemProps) {
  const say = useMailboxText();
  const formats = useFormats();
  return (
    <Link
      to="/$box"
      params={{ box: to }}
      className={classes.item}
      style={{ '--depth': depth } as CSSProperties}
      title={label}
      onClick={onGo}
      {...useDrop(mailbox)}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={classes.label}>{label}</span>
      {count > 0 && (
        <>
          <span className={classes.count} aria-hidden>
            {formats.number(count)}
          </span>
          <span className={classes.spoken}>{unread ? say('unread', { count }) : formats.count(count, 'message')}</span>
        </>
      )}
    </Link>
  );
}
