// SPDX-License-Identifier: Apache-2.0
import { type Icon, Link, UnstyledButton } from '@fumibako/kit';
import type { ComposeSearch } from '../../app/router';
import { useList } from '../list/ListProvider';
import classes from './Toolbar.module.css';

interface Face {
  readonly icon: Icon;
  readonly label: string;
}

/** A button of the toolbar: with its word where there is room, always with its name. */
export function Tool({ icon: Icon, label, onPress }: Face & { onPress: () => void }) {
  return (
    <UnstyledButton className={classes.tool} aria-label={label} title={label} onClick={onPress}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{label}</span>
    </UnstyledButton>
  );
}

/** One that leads to the composer. */
export function ToolLink({ icon: Icon, label, search }: Face & { search: ComposeSearch }) {
  const { box } = useList();
  return (
    <Link
      to="/$box/compose"
      params={{ box: box.key }}
      search={search}
      className={classes.tool}
      aria-label={label}
      title={label}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{label}</span>
    </Link>
  );
}
