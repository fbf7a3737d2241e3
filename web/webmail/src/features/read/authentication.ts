// SPDX-License-Identifier: Apache-2.0

export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Who really sent an email, as far as our server could prove it (RFC 8601). */
export interface Authentication {
  /** `verified`: the domain of the author stands behind it; `failed`: it says that this is not from it; `unknown`: it says nothing. */
  readonly verdict: 'verified' | 'failed' | 'unknown' | 'none';
  /** Each check with its result: `spf` → `pass`. */
  readonly checks: readonly (readonly [check: string, result: string])[];
}

const NONE: Authentication = { verdict: 'none', checks: [] };
const RESULT = /(?:^|;)\s*(spf|dkim|dmarc|arc)\s*=\s*([a-z]+)/gi;

/**
 * Reads what our server wrote when it took the message: only what stands before the first Received is by it, everything below may be
 * by anybody. Without such a field nothing was checked: the message was written here.
 */
export function authenticationOf(headers: readonly HeaderField[]): Authentication {
  const received = headers.findIndex(({ name }) => name.toLowerCase() === 'received');
  const ours = headers
    .slice(0, Math.max(0, received))
    .filter(({ name }) => name.toLowerCase() === 'authentication-results')
    .map(({ value }) => value.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' '));
  if (ours.length === 0) {
    return NONE;
  }
  const checks = [...new Map(ours.flatMap((value) => results(value))).entries()];
  const dmarc = new Map(checks).get('dmarc');
  if (dmarc === 'pass') {
    return { verdict: 'verified', checks };
  }
  return { verdict: dmarc === 'fail' ? 'failed' : 'unknown', checks };
}

function results(value: string): (readonly [string, string])[] {
  return [...value.matchAll(RESULT)].map(([, check = '', result = '']) => [check.toLowerCase(), result.toLowerCase()]);
}
