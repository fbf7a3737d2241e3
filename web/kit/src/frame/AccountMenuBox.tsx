// SPDX-License-Identifier: Apache-2.0
import { Menu } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useKitText } from '../i18n/kit';
import type { AccountMenuProps } from './AccountMenu';
import { Preferences } from './Preferences';

export default function AccountMenuBox(props: AccountMenuProps & { target: ReactElement }) {
  const say = useKitText();
  const account = props.account ?? [];
  return (
    <Menu position="bottom-end" offset={4} width={240} defaultOpened>
      <Menu.Target>{props.target}</Menu.Target>
      <Menu.Dropdown>
        {props.compact && <Menu.Label>{props.who}</Menu.Label>}
        {account.map((item) => (
          <Menu.Item
            key={item.to}
            leftSection={item.icon && <item.icon size={16} stroke={1.75} />}
            renderRoot={(root) => <Link {...root} to={item.to} />}
          >
            {item.label}
          </Menu.Item>
        ))}
        {account.length > 0 && <Menu.Divider />}
        <Preferences />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={props.onSignOut}>
          {say('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
