// SPDX-License-Identifier: Apache-2.0
import {
  AccountMenu,
  ActionIcon,
  Brand,
  type FrameProps,
  IconMenu2,
  IconSearch,
  IconSettings,
  Link,
  SurfaceMenu,
  useLayout,
} from '@fumibako/kit';
import { useTitle } from '../features/mailboxes/useTitle';
import { SearchBox } from '../features/search/SearchBox';
import classes from './Header.module.css';
import { usePlace } from './pane';
import { useAppText } from './text';

type Props = Omit<FrameProps, 'children'> & { readonly onMenu: () => void };

export function Header(props: Props) {
  return useLayout() === 'phone' ? <PhoneHeader {...props} /> : <DeskHeader {...props} />;
}

function DeskHeader(props: Props) {
  const say = useAppText();
  return (
    <header className={classes.header}>
      <div className={classes.names}>
        <Link to="/$box" params={{ box: 'inbox' }} className={classes.brand}>
          <Brand />
          Fumibako
        </Link>
        <SurfaceMenu current={props.surface} others={props.surfaces} />
      </div>
      <SearchBox />
      <div className={classes.right}>
        <ActionIcon
          className={classes.icon}
          size={36}
          aria-label={say('settings')}
          renderRoot={(root) => <Link {...root} to="/settings" />}
        >
          <IconSettings size={20} stroke={1.75} />
        </ActionIcon>
        <AccountMenu {...props} />
      </div>
    </header>
  );
}

function PhoneHeader(props: Props) {
  const say = useAppText();
  const { title, note } = useTitle();
  const { box } = usePlace();
  return (
    <header className={classes.header}>
      <ActionIcon className={classes.icon} size={44} aria-label={say('menu')} onClick={props.onMenu}>
        <IconMenu2 size={20} stroke={1.75} />
      </ActionIcon>
      {box === 'search' ? (
        <SearchBox />
      ) : (
        <div className={classes.where}>
          <b aria-hidden>{title}</b>
          <span>{note}</span>
        </div>
      )}
      {box !== 'search' && (
        <ActionIcon
          className={classes.icon}
          size={44}
          aria-label={say('searchShort')}
          renderRoot={(root) => <Link {...root} to="/$box" params={{ box: 'search' }} />}
        >
          <IconSearch size={20} stroke={1.75} />
        </ActionIcon>
      )}
      <AccountMenu {...props} compact />
    </header>
  );
}
