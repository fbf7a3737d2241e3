// SPDX-License-Identifier: Apache-2.0
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@fumibako/kit';
import { BoxPage } from '../features/list/BoxPage';
import type { Narrow, Order } from '../mail/box';
import { NothingOpen } from './NothingOpen';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NothingOpen });

/** What of a list stands in the address bar; what is wrong is as if it were not there. */
export interface ListSearch {
  /** What was searched for. */
  readonly q?: string;
  readonly show?: Exclude<Narrow, 'all'>;
  readonly order?: Exclude<Order, 'newest'>;
}

const NARROWS: readonly string[] = ['unread', 'starred', 'attachments'];
const ORDERS: readonly string[] = ['oldest', 'sender', 'subject', 'largest'];

function listSearch(search: Record<string, unknown>): ListSearch {
  const one = <T extends string>(value: unknown, of: readonly string[]) =>
    of.includes(String(value)) ? (String(value) as T) : undefined;
  return {
    q: typeof search.q === 'string' && search.q !== '' ? search.q : undefined,
    show: one<Exclude<Narrow, 'all'>>(search.show, NARROWS),
    order: one<Exclude<Order, 'newest'>>(search.order, ORDERS),
  };
}

/** What is written: an answer to an email, a draft, or something new. */
export interface ComposeSearch extends ListSearch {
  /** The name under which this browser keeps what is written. */
  readonly w?: string;
  readonly reply?: string;
  readonly all?: boolean;
  readonly forward?: string;
  /** Passed on as a file. */
  readonly whole?: boolean;
  readonly draft?: string;
  readonly to?: string;
  readonly subject?: string;
}

function composeSearch(search: Record<string, unknown>): ComposeSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    ...listSearch(search),
    w: text(search.w),
    reply: text(search.reply),
    all: search.all === true || undefined,
    forward: text(search.forward),
    whole: search.whole === true || undefined,
    draft: text(search.draft),
    to: text(search.to),
    subject: text(search.subject),
  };
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/$box', params: { box: 'inbox' }, replace: true });
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage'), 'SettingsPage'),
});

const settingsPage = createRoute({
  getParentRoute: () => root,
  path: '/settings/$page',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage'), 'SettingsPage'),
});

const doctor = [
  createRoute({
    getParentRoute: () => root,
    path: '/doctor',
    component: lazyRouteComponent(() => import('../features/doctor/DoctorPage'), 'DoctorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/doctor/bounce',
    component: lazyRouteComponent(() => import('../features/doctor/BouncePage'), 'BouncePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/doctor/$symptom',
    component: lazyRouteComponent(() => import('../features/doctor/ExaminationPage'), 'ExaminationPage'),
  }),
] as const;

const box = createRoute({ getParentRoute: () => root, path: '/$box', validateSearch: listSearch, component: BoxPage });

const nothing = createRoute({ getParentRoute: () => box, path: '/', component: NothingOpen });

const compose = createRoute({
  getParentRoute: () => box,
  path: '/compose',
  validateSearch: composeSearch,
  component: lazyRouteComponent(() => import('../features/compose/ComposePage'), 'ComposePage'),
});

const read = createRoute({
  getParentRoute: () => box,
  path: '/$email',
  component: lazyRouteComponent(() => import('../features/read/ReadPage'), 'ReadPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, settings, settingsPage, ...doctor, box.addChildren([nothing, compose, read])]),
  basepath: '/webmail',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
