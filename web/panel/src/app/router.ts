// SPDX-License-Identifier: Apache-2.0
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@fumibako/kit';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** `q`, `sort` and `from` of a list, as the address bar has them; what is wrong is as if it were not there. */
export interface ListSearch {
  readonly q?: string;
  readonly sort?: string;
  readonly from?: number;
  /** The thing whose drawer is open. */
  readonly open?: string;
  /** The account that a list is about. */
  readonly account?: string;
}

function listSearch(search: Record<string, unknown>): ListSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const from = Number(search.from);
  return {
    q: text(search.q),
    sort: text(search.sort),
    from: Number.isInteger(from) && from > 0 ? from : undefined,
    open: text(search.open),
    account: text(search.account),
  };
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/portal/PortalHome'), 'PortalHome'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/accounts',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/accounts/AccountsPage'), 'AccountsPage'),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/portal/history',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/history/HistoryPage'), 'HistoryPage'),
});

const domainHistory = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/history',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/history/DomainHistoryPage'), 'DomainHistoryPage'),
});

const spf = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/spf',
  component: lazyRouteComponent(() => import('../features/mailauth/SpfPage'), 'SpfPage'),
});

const dkim = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/dkim',
  component: lazyRouteComponent(() => import('../features/mailauth/DkimPage'), 'DkimPage'),
});

const dmarc = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/dmarc',
  component: lazyRouteComponent(() => import('../features/mailauth/DmarcPage'), 'DmarcPage'),
});

const records = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/dns',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/dns/DnsRecordsPage'), 'DnsRecordsPage'),
});

const nameServers = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/name-servers',
  component: lazyRouteComponent(() => import('../features/dns/NameServersPage'), 'NameServersPage'),
});

const queue = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/queue',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/queue/QueuePage'), 'QueuePage'),
});

const trace = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/trace',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/trace/TracePage'), 'TracePage'),
});

const abroad = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/abroad',
  component: lazyRouteComponent(() => import('../features/abroad/AbroadPage'), 'AbroadPage'),
});

const server = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/server',
  component: lazyRouteComponent(() => import('../features/server/ServerPage'), 'ServerPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/setup',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/server/SetupPage'), 'SetupPage'),
});
/** Whose mail the doctor looks at, and what is wrong with it. */
function doctorSearch(search: Record<string, unknown>): { readonly address?: string; readonly symptom?: string } {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return { address: text(search.address), symptom: text(search.symptom) };
}

const doctor = [
  createRoute({
    getParentRoute: () => root,
    path: '/panel/$domain/doctor',
    validateSearch: doctorSearch,
    component: lazyRouteComponent(() => import('../features/doctor/DoctorPage'), 'DoctorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/panel/$domain/doctor/bounce',
    component: lazyRouteComponent(() => import('../features/doctor/BouncePage'), 'BouncePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/panel/$domain/doctor/faq',
    component: lazyRouteComponent(() => import('../features/doctor/FaqPage'), 'FaqPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/panel/$domain/doctor/cases/$case',
    component: lazyRouteComponent(() => import('../features/doctor/CasePage'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/panel/$domain/doctor/$symptom',
    validateSearch: doctorSearch,
    component: lazyRouteComponent(() => import('../features/doctor/ExaminationPage'), 'ExaminationPage'),
  }),
] as const;

const externalDns = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/external-dns',
  component: lazyRouteComponent(() => import('../features/dns/ExternalDnsPage'), 'ExternalDnsPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/accounts/$address',
  component: lazyRouteComponent(() => import('../features/settings/AccountPage'), 'AccountPage'),
});

const accountRules = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/accounts/$address/rules',
  component: lazyRouteComponent(() => import('../features/rules/AccountRulesPage'), 'AccountRulesPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/rules',
  component: lazyRouteComponent(() => import('../features/rules/DomainRulesPage'), 'DomainRulesPage'),
});

const filter = createRoute({
  getParentRoute: () => root,
  path: '/panel/$domain/filter',
  component: lazyRouteComponent(() => import('../features/filter/FilterPage'), 'FilterPage'),
});

const ownSettings = createRoute({
  getParentRoute: () => root,
  path: '/portal/settings',
  component: lazyRouteComponent(() => import('../features/settings/OwnPage'), 'OwnPage'),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/portal/security',
  component: lazyRouteComponent(() => import('../features/settings/SecurityPage'), 'SecurityPage'),
});

const ownRules = createRoute({
  getParentRoute: () => root,
  path: '/portal/rules',
  component: lazyRouteComponent(() => import('../features/rules/OwnRulesPage'), 'OwnRulesPage'),
});

const ownTrace = createRoute({
  getParentRoute: () => root,
  path: '/portal/trace',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/trace/OwnTracePage'), 'OwnTracePage'),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/portal/customers',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../features/customers/CustomersPage'), 'CustomersPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    history,
    accounts,
    spf,
    dkim,
    dmarc,
    records,
    nameServers,
    domainHistory,
    account,
    accountRules,
    rules,
    filter,
    ownSettings,
    security,
    ownRules,
    ownTrace,
    customers,
    queue,
    trace,
    abroad,
    server,
    setup,
    ...doctor,
    externalDns,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
