// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, IconStar, IconStarFilled } from '@fumibako/kit';
import type { Email } from '../../jmap';
import { isStarred } from '../../mail/box';
import { useRow } from '../../mail/context';
import { useCommands } from '../list/useCommands';
import classes from './ReadPage.module.css';
import { useReadText } from './text';

export function Star({ email }: { email: Email }) {
  const say = useReadText();
  const { star } = useCommands();
  const row = useRow(email.id) ?? email;
  const on = isStarred(row);
  const Icon = on ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      className={classes.star}
      variant="subtle"
      color="gray"
      size={32}
      data-on={on || undefined}
      aria-label={say(on ? 'unstar' : 'star')}
      aria-pressed={on}
      onClick={() => void star([row], !on)}
    >
      <Icon size={20} stroke={1.75} />
    </ActionIcon>
  );
}
