// SPDX-License-Identifier: Apache-2.0
import { Drawer, useSession } from '@fumibako/kit';
import { FolderList } from './FolderList';
import classes from './Folders.module.css';
import { QuotaBar } from './QuotaBar';
import { useMailboxText } from './text';

/** The folders on a phone. */
export default function FolderDrawer({ onClose }: { onClose: () => void }) {
  const say = useMailboxText();
  const { login } = useSession();
  return (
    <Drawer
      opened
      onClose={onClose}
      size={320}
      title={login}
      closeButtonProps={{ 'aria-label': say('close') }}
      transitionProps={{ duration: 120 }}
    >
      <nav aria-label={say('folders')} data-tall className={classes.tall}>
        <FolderList onGo={onClose} />
        <QuotaBar />
      </nav>
    </Drawer>
  );
}
