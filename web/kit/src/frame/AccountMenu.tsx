// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FrameProps } from './Frame';
import classes from './Header.module.css';
import { LazyMenu } from './LazyMenu';

export type AccountMenuProps = Pick<FrameProps, 'who' | 'account' | 'onSignOut'> & { compact?: boolean };

const AccountMenuBox = lazy(() => import('./AccountMenuBox'));

/** Who is signed in, how the pages speak and look, and the way out. */
export function AccountMenu(props: AccountMenuProps) {
  const button = props.compact ? (
    <ActionIcon className={classes.icon} size={44} aria-label={props.who}>
      <IconUser size={20} stroke={1.75} />
    </ActionIcon>
  ) : (
    <UnstyledButton className={classes.who}>
      <IconUser size={16} stroke={1.75} aria-hidden />
      <span className={classes.name}>{props.who}</span>
      <IconChevronDown size={14} aria-hidden />
    </UnstyledButton>
  );
  return <LazyMenu button={button} menu={(target) => <AccountMenuBox {...props} target={target} />} />;
}
