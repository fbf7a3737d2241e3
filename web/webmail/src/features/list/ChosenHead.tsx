// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  type Icon,
  IconAlertOctagon,
  IconArchive,
  IconFolder,
  IconMailOpened,
  IconTrash,
  IconX,
} from '@fumibako/kit';
import { useSyncExternalStore } from 'react';
import { isUnread } from '../../mail/box';
import { useReadText } from '../read/text';
import classes from './ListHead.module.css';
import { useList } from './ListProvider';
import { askForFolder } from './moving';
import { useListText } from './text';
import { useCommands } from './useCommands';
import { useDelete } from './useDelete';
import { useTargets } from './useTargets';

/** What can be done with all that is ticked. */
export function ChosenHead() {
  const say = useListText();
  const sayRead = useReadText();
  const { box, selection } = useList();
  const { ids } = useSyncExternalStore(selection.subscribe, selection.current);
  const targets = useTargets();
  const commands = useCommands();
  const remove = useDelete();
  const junk = box.role === 'junk';
  const tools: [string, Icon, () => unknown][] = [
    [sayRead('archive'), IconArchive, () => commands.archive(targets())],
    [sayRead(box.role === 'trash' ? 'deleteForGood' : 'trash'), IconTrash, () => remove(targets())],
    [
      sayRead(junk ? 'notJunk' : 'junk'),
      IconAlertOctagon,
      () => (junk ? commands.notJunk(targets()) : commands.junk(targets())),
    ],
    [say('toggleRead'), IconMailOpened, () => commands.read(targets(), targets().some(isUnread))],
    [sayRead('move'), IconFolder, () => askForFolder(targets())],
  ];
  return (
    <>
      <ActionIcon
        className={classes.button}
        variant="subtle"
        color="gray"
        size={32}
        aria-label={say('unselect')}
        title={say('unselect')}
        onClick={() => selection.clear()}
      >
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
      <span className={classes.chosen} role="status">
        {say('chosen', { count: ids.size })}
      </span>
      {tools.map(([label, Icon, act]) => (
        <ActionIcon
          key={label}
          className={classes.button}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={label}
          title={label}
          onClick={act}
        >
          <Icon size={16} stroke={1.75} />
        </ActionIcon>
      ))}
    </>
  );
}
