// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactNode, Suspense, use, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { AsideContext } from '../frame/asideSlot';
import { useLayout } from '../frame/layout';
import { DrawerInside } from './DrawerInside';
import classes from './SideDrawer.module.css';

const DrawerOver = lazy(() => import('./DrawerOver'));

export interface SideDrawerProps {
  readonly title: string;
  readonly note?: string;
  /** Stays in view: the one filled button, cancel, and what is rarely done. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * One thing's settings: beside the list from 1200 on (424, no overlay, the list stays usable), over it below, and the full
 * page on a phone. Mount it to open it; the focus goes to its heading and back to where it was.
 */
export function SideDrawer(props: SideDrawerProps) {
  const layout = useLayout();
  const slot = use(AsideContext);
  if (layout === 'wide' && slot.element) {
    return createPortal(<Beside {...props} />, slot.element);
  }
  return (
    <Suspense fallback={null}>
      <DrawerOver {...props} full={layout === 'phone'} />
    </Suspense>
  );
}

function Beside(props: SideDrawerProps) {
  const id = useId();
  const { hold } = use(AsideContext);
  const root = useRef<HTMLElement>(null);
  useEffect(hold, [hold]);
  useEffect(() => {
    const before = document.activeElement;
    root.current?.querySelector('h2')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    <section
      ref={root}
      className={classes.beside}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && props.onClose()}
    >
      <DrawerInside {...props} headingId={id} />
    </section>
  );
}

/** A part of a drawer, with a line between it and the next. */
export function DrawerSection({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      {title && (
        <div className={classes.sectionHead}>
          <h3>{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
