// SPDX-License-Identifier: Apache-2.0
import { Link, useSearch } from '@fumibako/kit';
import type { Narrow } from '../../mail/box';
import { useList } from './ListProvider';
import classes from './Narrowing.module.css';
import { useListText } from './text';

const CHOICES = [
  ['all', 'all'],
  ['unread', 'narrowUnread'],
  ['starred', 'narrowStarred'],
  ['attachments', 'narrowAttachments'],
] as const satisfies readonly (readonly [Narrow, string])[];

/** All, unread, starred, with attachments. */
export function Narrowing() {
  const say = useListText();
  const { box } = useList();
  const { show = 'all' } = useSearch({ strict: false });
  return (
    <nav className={classes.narrowing} aria-label={say('narrow')}>
      {CHOICES.map(([value, text]) => (
        <Link
          key={value}
          to="/$box"
          params={{ box: box.key }}
          search={(before) => ({ ...before, show: value === 'all' ? undefined : value })}
          className={classes.choice}
          data-current={value === show || undefined}
          aria-current={value === show ? 'true' : undefined}
          activeProps={{ 'aria-current': value === show ? 'true' : undefined }}
        >
          {say(text)}
        </Link>
      ))}
    </nav>
  );
}
