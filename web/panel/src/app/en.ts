// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  portal: 'Account',
  panel: 'Server panel',
  operator: 'Operations',
  webmail: 'Webmail',
  home: 'Home',
  domainList: 'Domains',
  chooseDomain: 'Choose a domain',
  mail: 'Mail',
  domain: 'Domain',
  server: 'Server',
  accounts: 'Mail accounts',
  accountsShort: 'Accounts',
  doctor: 'Mail doctor',
  rules: 'Mail rules',
  filter: 'Spam filter',
  security: 'Sign-in and security',
  ownSettings: 'Mail settings',
  history: 'History',
  spf: 'SPF',
  spfShort: 'Sending',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  abroad: 'Country restriction',
  queue: 'Sending status',
  trace: 'Delivery history',
  setup: 'Set up a mail program',
  serverInfo: 'Server information',
  nameServers: 'Name servers',
  dns: 'DNS records',
  externalDns: 'DNS elsewhere',
  notFoundTitle: 'Page not found',
  notFound:
    'This cannot be shown. There is no page at this address, or you may not see it. Choose another from the menu.',
};
