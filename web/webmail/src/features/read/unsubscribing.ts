// SPDX-License-Identifier: Apache-2.0
import type { HeaderField } from './authentication';

/** Where a mailing list is left: a page, or an address that is written to (RFC 2369). */
export interface Leaving {
  readonly page: string | undefined;
  readonly mail: { readonly to: string; readonly subject: string } | undefined;
}

/** What List-Unsubscribe says; undefined where there is none that can be used. */
export function leavingOf(headers: readonly HeaderField[]): Leaving | undefined {
  const field = headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe');
  const links = [...(field?.value ?? '').matchAll(/<\s*([^<>]+?)\s*>/g)].map((match) => match[1] ?? '');
  const page = links.find((link) => /^https:\/\//i.test(link));
  const mailto = links.find((link) => /^mailto:/i.test(link));
  const mail = mailto === undefined ? undefined : mailOf(mailto);
  return page || mail ? { page, mail } : undefined;
}

function mailOf(mailto: string): Leaving['mail'] {
  try {
    const url = new URL(mailto);
    return {
      to: decodeURIComponent(url.pathname),
      subject: url.searchParams.get('subject') ?? 'unsubscribe',
    };
  } catch {
    return undefined;
  }
}
