// SPDX-License-Identifier: Apache-2.0
import type { Remedy, Way } from '@fumibako/kit/doctor';

/**
 * How the owner of an account does what the doctor advises. Settings of the account itself are theirs; how much it holds, the domain and
 * the server are in the hands of whoever manages the domain.
 */
export function ownersWay(address: string, { path, screen }: Pick<Remedy, 'path' | 'screen'>): Way {
  if (screen === null) {
    return decodeURIComponent(path ?? '').startsWith(`/api/accounts/${address}/`) ? 'here' : 'manager';
  }
  const href = screen.startsWith('/webmail') ? screen : ownPage(address, decodeURIComponent(screen));
  return href === undefined ? 'manager' : { href };
}

/** Where the owner finds what a manager has on a page of the server panel. */
function ownPage(address: string, screen: string): string | undefined {
  const page = screen.replace(/^\/panel\/[^/]+\//, '');
  if (page === `accounts?open=${address}`) {
    // Where a manager sets a new password.
    return '/webmail/settings';
  }
  const account = `accounts/${address}`;
  if (page === `${account}/rules`) {
    return '/portal/rules';
  }
  return page === account || page.startsWith(`${account}/`) || page.startsWith(`${account}#`)
    ? '/portal/settings'
    : undefined;
}
