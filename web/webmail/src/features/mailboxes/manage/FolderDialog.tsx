// SPDX-License-Identifier: Apache-2.0
import { Modal } from '@fumibako/kit';
import { useMailboxes } from '../../../mail/context';
import { managing } from '../managing';
import { inOrder } from '../tree';
import { FolderForm } from './FolderForm';
import { FolderLine } from './FolderLine';
import classes from './Manage.module.css';
import { useManageText } from './text';
import { useFolders } from './useFolders';

/** The person's own folders: made, renamed, put elsewhere, removed. */
export default function FolderDialog() {
  const say = useManageText();
  const folders = useFolders();
  const own = useMailboxes().filter((mailbox) => mailbox.role === null);
  return (
    <Modal
      opened
      onClose={() => managing.set(false)}
      title={say('title')}
      size={520}
      closeButtonProps={{ 'aria-label': say('close') }}
      transitionProps={{ duration: 120 }}
    >
      {own.length === 0 && <p className="fb-hint">{say('none')}</p>}
      <ul className={classes.list}>
        {inOrder(own).map((placed) => (
          <FolderLine key={placed.mailbox.id} placed={placed} own={own} folders={folders} />
        ))}
      </ul>
      <h3 className={classes.head}>{say('add')}</h3>
      <FolderForm own={own} onSave={folders.create} />
    </Modal>
  );
}
