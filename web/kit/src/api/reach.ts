// SPDX-License-Identifier: Apache-2.0
import { i18n } from '../i18n';
import { connection } from './connection';
import { Problem } from './problem';

/** Sent with whatever changes something; the session gives it. */
let csrf = '';

export function rememberCsrf(token: string): void {
  csrf = token;
}

/** The headers that a change needs, for what is not sent by {@link reach}: an upload whose progress is shown. */
export function changeHeaders(): Readonly<Record<string, string>> {
  return { 'Accept-Language': i18n.language, ...(csrf === '' ? {} : { 'X-CSRF-Token': csrf }) };
}

/** Sends a request as the person who is signed in. Throws only when there is no answer; every answer says that there is a connection. */
export async function reach(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', i18n.language);
  if (request.method !== 'GET' && csrf !== '') {
    request.headers.set('X-CSRF-Token', csrf);
  }
  try {
    const response = await fetch(request);
    connection.set(true);
    return response;
  } catch {
    connection.set(false);
    throw new Problem(0, 'unreachable', '');
  }
}
