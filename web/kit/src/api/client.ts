// SPDX-License-Identifier: Apache-2.0
import createClient from 'openapi-fetch';
import { connection } from './connection';
import { problemOf } from './problem';
import { reach } from './reach';
import type { paths } from './schema';

/** The server's API, typed by `api/openapi.json`. Only files in `features/*\/api` call it, one call a file. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: reach });

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
