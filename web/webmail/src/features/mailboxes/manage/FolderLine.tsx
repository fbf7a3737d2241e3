// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, IconFolder, IconPencil, IconTrash } from '@fumibako/kit';
import { type CSSProperties, useState } from 'react';
import type { Mailbox } from '../../../jmap';
import type { Placed } from '../tree';
import { FolderForm } from './FolderForm';
import classes from './Manage.module.css';
import { useManageText } from './text';
import type { Folders, Place } from './useFolders';

interface Props {
  readonly placed: Placed;
  readonly own: readonly Mailbox[];
  readonly folders: Folders;
}

/** One folder, and what can be done with it. */
export function FolderLine({ placed: { mailbox, depth }, own, folders }: Props) {
  const say = useManageText();
  const [open, setOpen] = useState<'edit' | 'ask'>();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { name, totalEmails } = mailbox;
  const close = () => setOpen(undefined);

  const save = async (place: Place) => {
    const parent = place.parentId === mailbox.parentId ? {} : { parentId: place.parentId };
    const failure = await folders.change(mailbox, { name: place.name, ...parent });
    if (failure === undefined) {
      close();
    }
    return failure;
  };
  const remove = async () => {
    setBusy(true);
    setWrong(await folders.remove(mailbox));
    setBusy(false);
  };
  const onRemove = () => {
    setWrong(undefined);
    if (own.some(({ parentId }) => parentId === mailbox.id)) {
      setWrong(say('hasFolders', { name }));
    } else if (totalEmails > 0) {
      setOpen('ask');
    } else {
      void remove();
    }
  };
  return (
    <li>
      <div className={classes.line} style={{ '--depth': depth } as CSSProperties}>
        <IconFolder size={16} stroke={1.75} aria-hidden />
        <span className={classes.label}>{name}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={say('edit', { name })}
          onClick={() => setOpen('edit')}
        >
          <IconPencil size={18} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          loading={busy}
          aria-label={say('remove', { name })}
          onClick={onRemove}
        >
          <IconTrash size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      {open === 'edit' && <FolderForm own={own} folder={mailbox} onSave={save} onCancel={close} />}
      {open === 'ask' && (
        <div className={classes.ask} role="alert">
          <p>{say('hasEmails', { name, count: totalEmails })}</p>
          <div className={classes.buttons}>
            <Button loading={busy} onClick={() => void remove()}>
              {say('clear')}
            </Button>
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      )}
      {wrong && (
        <p className={classes.ask} role="alert">
          {wrong}
        </p>
      )}
    </li>
  );
}
