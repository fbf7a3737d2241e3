// SPDX-License-Identifier: Apache-2.0
import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Surface } from './nav';

export default function SurfaceMenuBox({ others, target }: { others: readonly Surface[]; target: ReactElement }) {
  return (
    <Menu position="bottom-start" offset={4} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {others.map((surface) =>
          surface.href ? (
            <Menu.Item key={surface.label} component="a" href={surface.href}>
              {surface.label}
            </Menu.Item>
          ) : (
            <Menu.Item key={surface.label} renderRoot={(root) => <Link {...root} to={surface.to ?? '/'} />}>
              {surface.label}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
