// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useKitText } from '../i18n/kit';
import type { NavItem } from './nav';
import classes from './Tabs.module.css';

/** The screens one needs most, at the bottom of a phone, and the way to all others. */
export function Tabs({ items, onMore }: { items: readonly NavItem[]; onMore: () => void }) {
  const say = useKitText();
  return (
    <nav className={classes.tabs} aria-label={say('menu')}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} className={classes.tab} activeOptions={{ exact: item.exact ?? false }}>
          {item.icon && <item.icon size={20} stroke={1.75} aria-hidden />}
          {item.label}
        </Link>
      ))}
      <UnstyledButton className={classes.tab} onClick={onMore}>
        <IconDots size={20} stroke={1.75} aria-hidden />
        {say('others')}
      </UnstyledButton>
    </nav>
  );
}
