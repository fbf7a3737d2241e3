// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@fumibako/kit';
import { useBoxNames } from '../mailboxes/names';
import { askAbout } from './asking';
import classes from './FolderNote.module.css';
import { useList } from './ListProvider';
import { useListText } from './text';
import { useEmpty } from './useEmpty';

/** What is special about Trash and Junk, and the way to empty them. */
export function FolderNote() {
  const say = useListText();
  const name = useBoxNames();
  const empty = useEmpty();
  const { box } = useList();
  const { mailbox } = box;
  if (!mailbox || (box.role !== 'trash' && box.role !== 'junk')) {
    return null;
  }
  const count = mailbox.totalEmails;
  const ask = () => askAbout({ what: 'empty', count, folder: name(mailbox), go: () => void empty(mailbox) });
  return (
    <div className={classes.note}>
      <span>{say(box.role === 'trash' ? 'trashNote' : 'junkNote')}</span>
      {count > 0 && (
        <UnstyledButton className={classes.button} onClick={ask}>
          {say('emptyNow')}
        </UnstyledButton>
      )}
    </div>
  );
}
