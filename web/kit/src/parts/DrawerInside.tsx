// SPDX-License-Identifier: Apache-2.0
import { CloseButton } from '@mantine/core';
import { useKitText } from '../i18n/kit';
import type { SideDrawerProps } from './SideDrawer';
import classes from './SideDrawer.module.css';

/** Head, scrolling body and footer of a drawer, wherever it stands. */
export function DrawerInside({
  title,
  note,
  footer,
  onClose,
  children,
  headingId,
}: SideDrawerProps & { headingId?: string }) {
  const say = useKitText();
  return (
    <>
      <div className={classes.head}>
        <div className={classes.words}>
          <h2 id={headingId} tabIndex={-1} data-autofocus className={classes.title}>
            {title}
          </h2>
          {note && <p className={classes.note}>{note}</p>}
        </div>
        <CloseButton aria-label={say('close')} onClick={onClose} size="lg" />
      </div>
      <div className={classes.body}>{children}</div>
      {footer && <div className={classes.foot}>{footer}</div>}
    </>
  );
}
