// SPDX-License-Identifier: Apache-2.0
import {
  type FrameProps,
  IconDeviceMobile,
  IconFilter,
  IconHistory,
  IconHome,
  IconInfoCircle,
  IconKey,
  IconList,
  IconMail,
  IconMapPin,
  IconSend,
  IconServer2,
  IconSettings,
  IconShield,
  IconShieldCheck,
  IconShieldLock,
  IconShieldX,
  IconStethoscope,
  IconUser,
  IconWorld,
  type NavSection,
  useLocation,
  useSession,
} from '@fumibako/kit';
import { DomainSwitcher } from './DomainSwitcher';
import { useShellText } from './text';

type Navigation = Omit<FrameProps, 'who' | 'onSignOut' | 'children'>;

/** The domain that an address of the server panel is about. */
export function domainOf(path: string): string | undefined {
  const match = /^\/panel\/([^/]+)/.exec(path);
  return match?.[1] === undefined ? undefined : decodeURIComponent(match[1]);
}

/** What the frame shows around a page. */
export function useNavigation(): Navigation {
  const say = useShellText();
  const { role } = useSession();
  const domain = domainOf(useLocation({ select: (location) => location.pathname }));
  const portal = { label: say('portal'), to: '/' };
  if (domain === undefined) {
    const owner = role === 'owner';
    const items = [
      owner
        ? { to: '/portal/settings', label: say('ownSettings'), icon: IconSettings }
        : { to: '/', label: say('home'), icon: IconHome, exact: true },
      ...(owner
        ? [
            { to: '/portal/rules', label: say('rules'), icon: IconFilter },
            { to: '/portal/trace', label: say('trace'), icon: IconMapPin },
          ]
        : []),
      ...(role === 'operator' ? [{ to: '/portal/customers', label: say('customers'), icon: IconUser }] : []),
      { to: '/portal/security', label: say('security'), icon: IconShieldLock },
      { to: '/portal/history', label: say('history'), icon: IconHistory },
    ];
    // A phone has room for four; the rest is behind the menu.
    const tabs = items
      .slice(0, 4)
      .map((item) => (item.to === '/portal/rules' ? { ...item, label: say('rulesShort') } : item));
    return { surface: portal.label, surfaces: [], top: items, tabs, actions: [] };
  }
  const at = `/panel/${domain}`;
  const sections: NavSection[] = [
    {
      items: [
        { to: `${at}/doctor`, label: say('doctor'), icon: IconStethoscope },
        { to: `${at}/trace`, label: say('trace'), icon: IconMapPin },
      ],
    },
    {
      label: say('mail'),
      items: [
        { to: `${at}/accounts`, label: say('accounts'), icon: IconMail },
        { to: `${at}/rules`, label: say('rules'), icon: IconFilter },
        { to: `${at}/filter`, label: say('filter'), icon: IconShieldX },
        { to: `${at}/spf`, label: say('spf'), icon: IconShieldCheck },
        { to: `${at}/dkim`, label: say('dkim'), icon: IconKey },
        { to: `${at}/dmarc`, label: say('dmarc'), icon: IconShield },
        { to: `${at}/abroad`, label: say('abroad'), icon: IconWorld },
        { to: `${at}/queue`, label: say('queue'), icon: IconSend },
      ],
    },
    {
      label: say('domain'),
      items: [
        { to: `${at}/name-servers`, label: say('nameServers'), icon: IconServer2 },
        { to: `${at}/dns`, label: say('dns'), icon: IconList },
        { to: `${at}/external-dns`, label: say('externalDns'), icon: IconWorld },
      ],
    },
    {
      label: say('server'),
      items: [
        { to: `${at}/setup`, label: say('setup'), icon: IconDeviceMobile },
        { to: `${at}/server`, label: say('serverInfo'), icon: IconInfoCircle },
        { to: `${at}/history`, label: say('history'), icon: IconHistory },
      ],
    },
  ];
  return {
    surface: say('panel'),
    surfaces: [portal],
    sections,
    switcher: <DomainSwitcher domain={domain} />,
    subtitle: domain,
    tabs: [
      { to: `${at}/accounts`, label: say('accountsShort'), icon: IconMail },
      { to: `${at}/doctor`, label: say('doctor'), icon: IconStethoscope },
      { to: `${at}/spf`, label: say('spfShort'), icon: IconShieldCheck },
      { to: `${at}/history`, label: say('history'), icon: IconHistory },
    ],
    actions: [],
  };
}
