// SPDX-License-Identifier: Apache-2.0
import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useKitText } from '../i18n/kit';
import { ToastHost } from '../parts/ToastHost';
import { AsideContext } from './asideSlot';
import classes from './Frame.module.css';
import { Header } from './Header';
import { useLayout } from './layout';
import { NavList } from './NavList';
import type { NavItem, NavSection, PaletteAction, Surface } from './nav';
import { OfflineBanner } from './OfflineBanner';
import { Palette } from './Palette';
import { Tabs } from './Tabs';

const MenuDrawer = lazy(() => import('./MenuDrawer'));

export interface FrameProps {
  /** The name of this surface and of the others this person may enter. */
  readonly surface: string;
  readonly surfaces: readonly Surface[];
  /** 墨 instead of 藍, so that power is visible. */
  readonly operator?: boolean;
  readonly who: string;
  readonly onSignOut: () => void;
  /** Screens in the header (portal). */
  readonly top?: readonly NavItem[];
  /** Screens at the left (panel, console), with `switcher` above them. */
  readonly sections?: readonly NavSection[];
  readonly switcher?: ReactNode;
  readonly navWidth?: number;
  /** At most four, at the bottom of a phone. */
  readonly tabs?: readonly NavItem[];
  /** Under the page's name on a phone. */
  readonly subtitle?: string;
  readonly account?: readonly NavItem[];
  readonly actions?: readonly PaletteAction[];
  readonly children: ReactNode;
}

/** Header, navigation, main, and room for a drawer at the right. */
export function Frame(props: FrameProps) {
  const say = useKitText();
  const layout = useLayout();
  const [menu, menuState] = useDisclosure(false);
  const [aside, setAside] = useState<HTMLElement | null>(null);
  const [held, setHeld] = useState(0);
  const hold = useCallback(() => {
    setHeld((count) => count + 1);
    return () => setHeld((count) => count - 1);
  }, []);
  const slot = useMemo(() => ({ element: aside, hold }), [aside, hold]);
  const path = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the path changes
  useEffect(menuState.close, [path]);
  useFocusOnArrival(path);

  const sections = props.sections ?? [];
  const phone = layout === 'phone';
  const everything = props.top ? [{ items: props.top }, ...sections] : sections;
  return (
    <AppShell
      header={{ height: phone ? 56 : 48 }}
      navbar={{
        width: props.navWidth ?? 264,
        breakpoint: 'sm',
        collapsed: { mobile: true, desktop: sections.length === 0 },
      }}
      aside={{ width: 424, breakpoint: 'lg', collapsed: { mobile: true, desktop: held === 0 } }}
      footer={{ height: 64, collapsed: !phone || !props.tabs, offset: phone }}
      transitionDuration={0}
    >
      <a href="#fb-main" className={classes.skip}>
        {say('skip')}
      </a>
      <AppShell.Header className={classes.header} data-operator={props.operator || undefined} withBorder={false}>
        <Header {...props} phone={phone} onMenu={menuState.open} />
      </AppShell.Header>
      {sections.length > 0 && !phone && (
        <AppShell.Navbar className={classes.navbar} aria-label={say('mainNavigation')}>
          {props.switcher}
          <NavList sections={sections} />
        </AppShell.Navbar>
      )}
      <AsideContext value={slot}>
        <AppShell.Main className={classes.main} id="fb-main">
          <OfflineBanner />
          <div className={classes.content} data-full={sections.length === 0 || undefined}>
            {props.children}
          </div>
        </AppShell.Main>
      </AsideContext>
      <AppShell.Aside ref={setAside} className={classes.aside} component="div" />
      {phone && props.tabs && (
        <AppShell.Footer className={classes.footer} withBorder={false}>
          <Tabs items={props.tabs} onMore={menuState.open} />
        </AppShell.Footer>
      )}
      <Suspense fallback={null}>
        {menu && <MenuDrawer sections={everything} switcher={props.switcher} onClose={menuState.close} />}
      </Suspense>
      <Palette {...props} />
      <ToastHost />
    </AppShell>
  );
}

/** After a change of screen the focus is on its heading, so that the keyboard and the voice begin there. */
function useFocusOnArrival(path: string) {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    window.scrollTo(0, 0);
    const timer = setTimeout(() => {
      if (path === window.location.pathname && document.activeElement === document.body) {
        document.querySelector<HTMLElement>('#fb-main h1')?.focus();
      }
    }, 50);
    return () => clearTimeout(timer);
  }, [path]);
}
