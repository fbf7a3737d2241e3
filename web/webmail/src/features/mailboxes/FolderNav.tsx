// SPDX-License-Identifier: Apache-2.0
import { Button, IconPencil, Link } from '@fumibako/kit';
import { usePlace } from '../../app/pane';
import { FolderList } from './FolderList';
import classes from './Folders.module.css';
import { QuotaBar } from './QuotaBar';
import { useMailboxText } from './text';

/** The folders at the left, with the button that everything begins with above and what is used below. */
export function FolderNav() {
  const say = useMailboxText();
  const { box, what } = usePlace();
  return (
    <nav className={classes.nav} aria-label={say('folders')} data-pane="folders">
      <Button
        className={classes.compose}
        size="md"
        leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
        renderRoot={(root) => (
          <Link {...root} to="/$box/compose" params={{ box: what === 'page' ? 'inbox' : box }} title={say('compose')} />
        )}
      >
        {say('compose')}
      </Button>
      <FolderList />
      <QuotaBar />
    </nav>
  );
}
