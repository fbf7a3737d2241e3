// SPDX-License-Identifier: Apache-2.0
import type { HeaderField } from './authentication';

/** How a mailing list is left: a page, or an address that is written to (RFC 2369), or one click (RFC 8058). */
export interface Leaving {
  readonly page: string | undefined;
  readonly mail: { readonly to: string; readonly subject: string } | undefined;
  readonly oneClick: boolean;
}

/** What List-Unsubscribe says; undefined where there is none that can be used. */
export function leavingOf(headers: readonly HeaderField[]): Leaving | undefined {
  const field = headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe');
  const links = [...(field?.value ?? '').matchAll(/<\s*([^<>]+?)\s*>/g)].map((match) => match[1] ?? '');
  const page = links.find((link) => /^https:\/\//i.test(link));
  const mailto = links.find((link) => /^mailto:/i.test(link));
  const mail = mailto === undefined ? undefined : mailOf(mailto);
  const oneClick = page !== undefined && headers.some(isOneClick);
  return page || mail ? { page, mail, oneClick } : undefined;
}

function isOneClick({ name, value }: HeaderField): boolean {
  return name.toLowerCase() === 'list-unsubscribe-post' && /^\s*list-unsubscribe=one-click\s*$/i.test(value);
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
