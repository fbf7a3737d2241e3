// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useKitText } from '../i18n/kit';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import type { FrameProps } from './Frame';
import { frameTitle } from './frameTitle';
import classes from './Header.module.css';
import { openPalette } from './paletteState';
import { SurfaceMenu } from './SurfaceMenu';

export function Header(props: FrameProps & { phone: boolean; onMenu: () => void }) {
  return props.phone ? <PhoneHeader {...props} /> : <DeskHeader {...props} />;
}

function PhoneHeader(props: FrameProps & { onMenu: () => void }) {
  const say = useKitText();
  const title = useSyncExternalStore(frameTitle.subscribe, frameTitle.current);
  return (
    <div className={classes.row}>
      <ActionIcon className={classes.icon} size={44} aria-label={say('menu')} onClick={props.onMenu}>
        <IconMenu2 size={20} stroke={1.75} />
      </ActionIcon>
      <div className={classes.where} aria-hidden>
        <b>{title}</b>
        {props.subtitle && <span>{props.subtitle}</span>}
      </div>
      <ActionIcon className={classes.icon} size={44} aria-label={say('search')} onClick={openPalette}>
        <IconSearch size={20} stroke={1.75} />
      </ActionIcon>
      <AccountMenu {...props} compact />
    </div>
  );
}

function DeskHeader(props: FrameProps) {
  const say = useKitText();
  return (
    <div className={classes.row}>
      <Link to="/" className={classes.brand}>
        <Brand />
        Fumibako
      </Link>
      <SurfaceMenu current={props.surface} others={props.surfaces} />
      {props.top && (
        <nav className={classes.top} aria-label={say('mainNavigation')}>
          {props.top.map((item) => (
            <Link key={item.to} to={item.to} activeOptions={{ exact: item.exact ?? false }} className={classes.topItem}>
              {item.label}
            </Link>
          ))}
        </nav>
      )}
      <UnstyledButton className={classes.find} onClick={openPalette}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span>{say('search')}</span>
        <kbd className={classes.key}>Ctrl K</kbd>
      </UnstyledButton>
      <AccountMenu {...props} />
    </div>
  );
}
