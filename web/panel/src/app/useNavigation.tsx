// SPDX-License-Identifier: Apache-2.0
import {
  type FrameProps,
  IconDeviceMobile,
  IconHistory,
  IconHome,
  IconInfoCircle,
  IconKey,
  IconList,
  IconMail,
  IconMapPin,
  IconSend,
  IconServer2,
  IconShield,
  IconShieldCheck,
  IconStethoscope,
  IconWorld,
  type NavSection,
  useLocation,
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
  const domain = domainOf(useLocation({ select: (location) => location.pathname }));
  const portal = { label: say('portal'), to: '/' };
  if (domain === undefined) {
    return {
      surface: portal.label,
      surfaces: [],
      top: [
        { to: '/', label: say('home'), icon: IconHome, exact: true },
        { to: '/portal/history', label: say('history'), icon: IconHistory },
      ],
      tabs: [
        { to: '/', label: say('home'), icon: IconHome, exact: true },
        { to: '/portal/history', label: say('history'), icon: IconHistory },
      ],
      actions: [],
    };
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
