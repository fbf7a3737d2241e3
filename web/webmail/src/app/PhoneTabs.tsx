// SPDX-License-Identifier: Apache-2.0
import { IconFolder, IconInbox, IconSettings, IconStar, Link, UnstyledButton } from '@fumibako/kit';
import classes from './PhoneTabs.module.css';
import { useAppText } from './text';

/** The places one goes to most, at the bottom of a phone. */
export function PhoneTabs({ onFolders }: { onFolders: () => void }) {
  const say = useAppText();
  const icon = { size: 22, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <nav className={classes.tabs} aria-label={say('menu')}>
      <Link to="/$box" params={{ box: 'inbox' }} className={classes.tab}>
        <IconInbox {...icon} />
        {say('inbox')}
      </Link>
      <Link to="/$box" params={{ box: 'starred' }} className={classes.tab}>
        <IconStar {...icon} />
        {say('starred')}
      </Link>
      <UnstyledButton className={classes.tab} onClick={onFolders}>
        <IconFolder {...icon} />
        {say('folders')}
      </UnstyledButton>
      <Link to="/settings" className={classes.tab}>
        <IconSettings {...icon} />
        {say('settings')}
      </Link>
    </nav>
  );
}
