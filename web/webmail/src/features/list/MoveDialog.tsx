// SPDX-License-Identifier: Apache-2.0
import { Modal, TextInput, UnstyledButton } from '@fumibako/kit';
import { type KeyboardEvent, useState } from 'react';
import type { EmailRow, Mailbox } from '../../jmap';
import { useMailboxes } from '../../mail/context';
import { iconOf, useBoxNames } from '../mailboxes/names';
import { useList } from './ListProvider';
import classes from './MoveDialog.module.css';
import { moving } from './moving';
import { useListText } from './text';
import { useCommands } from './useCommands';

/** Chooses a folder by typing some of its name, or by pointing at it. */
export default function MoveDialog({ rows }: { rows: readonly EmailRow[] }) {
  const say = useListText();
  const name = useBoxNames();
  const { box } = useList();
  const { move } = useCommands();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMailboxes().filter(
    (mailbox) => mailbox.id !== box.mailbox?.id && name(mailbox).toLowerCase().includes(text.trim().toLowerCase()),
  );
  const close = () => moving.set([]);
  const go = (mailbox: Mailbox | undefined) => {
    if (mailbox) {
      close();
      void move(rows, mailbox.id);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setAt((before) => Math.min(Math.max(0, before + by), found.length - 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(found[at]);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      title={say('moveTitle', { count: rows.length })}
      closeButtonProps={{ 'aria-label': say('cancel') }}
      transitionProps={{ duration: 120 }}
    >
      <TextInput
        data-autofocus
        aria-label={say('findFolder')}
        placeholder={say('findFolder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div className={classes.list}>
        {found.map((mailbox, index) => (
          <Choice key={mailbox.id} mailbox={mailbox} current={index === at} onGo={() => go(mailbox)} />
        ))}
        {found.length === 0 && <p className="fb-hint">{say('noFolder')}</p>}
      </div>
    </Modal>
  );
}

function Choice({ mailbox, current, onGo }: { mailbox: Mailbox; current: boolean; onGo: () => void }) {
  const name = useBoxNames();
  const Icon = iconOf(mailbox.role);
  return (
    <UnstyledButton className={classes.choice} data-current={current || undefined} onClick={onGo}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {name(mailbox)}
    </UnstyledButton>
  );
}
