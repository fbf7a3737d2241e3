// SPDX-License-Identifier: Apache-2.0

/** A moment as a field of date and time wants it, in the time of this browser; empty for none. */
export function localOf(utc: string | null): string {
  if (utc === null) {
    return '';
  }
  const moment = new Date(utc);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What such a field says, in UTC without fractions (RFC 8620 §1.4); null for none. */
export function utcOf(local: string): string | null {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
