// SPDX-License-Identifier: Apache-2.0
import { Drawer } from '@mantine/core';
import { DrawerInside } from './DrawerInside';
import type { SideDrawerProps } from './SideDrawer';
import classes from './SideDrawer.module.css';

/** The drawer over the page; `full` on a phone. */
export default function DrawerOver({ full, ...props }: SideDrawerProps & { full: boolean }) {
  return (
    <Drawer.Root
      opened
      onClose={props.onClose}
      position="right"
      size={full ? '100%' : 424}
      transitionProps={{ duration: 120 }}
    >
      <Drawer.Overlay />
      <Drawer.Content className={classes.over} aria-label={props.title}>
        <DrawerInside {...props} />
      </Drawer.Content>
    </Drawer.Root>
  );
}
