// SPDX-License-Identifier: Apache-2.0
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKitText } from '../i18n/kit';
import { NavList } from './NavList';
import type { NavSection } from './nav';

interface Props {
  readonly sections: readonly NavSection[];
  readonly switcher: ReactNode;
  readonly onClose: () => void;
}

/** All screens of a surface, on a phone. */
export default function MenuDrawer({ sections, switcher, onClose }: Props) {
  const say = useKitText();
  return (
    <Drawer
      opened
      onClose={onClose}
      size={320}
      title={say('menu')}
      closeButtonProps={{ 'aria-label': say('close') }}
      transitionProps={{ duration: 120 }}
    >
      {switcher}
      <nav aria-label={say('mainNavigation')}>
        <NavList sections={sections} tall />
      </nav>
    </Drawer>
  );
}
