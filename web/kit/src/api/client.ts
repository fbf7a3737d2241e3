// SPDX-License-Identifier: Apache-2.0
import createClient, { type Middleware } from 'openapi-fetch';
import { i18n } from '../i18n';
import { connection } from './connection';
import { Problem, problemOf } from './problem';
import type { paths } from './schema';

/** Sent with whatever changes something; the session gives it. */
let csrf = '';

export function rememberCsrf(token: string): void {
  csrf = token;
}

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18n.language);
    if (request.method !== 'GET' && csrf !== '') {
      request.headers.set('X-CSRF-Token', csrf);
    }
    return request;
  },
};

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    connection.set(true);
    return response;
  } catch {
    connection.set(false);
    throw new Problem(0, 'unreachable', '');
  }
}

/** The server's API, typed by `api/openapi.json`. Only files in `features/*\/api` call it, one call a file. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: reach });
api.use(headers);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer; throws the {@link Problem} of a bad one. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    const problem = problemOf(response.status, error);
    // A wrong password is a 401 too, and ends no session.
    if (problem.code === 'not-signed-in') {
      connection.unauthorised();
    }
    throw problem;
  }
  return data as T;
}
