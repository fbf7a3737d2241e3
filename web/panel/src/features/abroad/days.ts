// SPDX-License-Identifier: Apache-2.0

// Days are Japan's, which has no summer time.
const ZONE = '+09:00';
const DAY = 24 * 60 * 60 * 1000;

/** When a day (`2026-11-25`) begins, as the API writes it. */
export function dayBegins(day: string): string {
  return new Date(`${day}T00:00:00${ZONE}`).toISOString();
}

/** The first moment after a day. */
export function afterDay(day: string): string {
  return new Date(Date.parse(dayBegins(day)) + DAY).toISOString();
}

/** How many days there are from the first to the last, both counted. */
export function lengthInDays(first: string, last: string): number {
  return Math.round((Date.parse(dayBegins(last)) - Date.parse(dayBegins(first))) / DAY) + 1;
}

/** Today in Japan. */
export function today(now: Date = new Date()): string {
  return new Date(now.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The last moment before one, for showing until when. */
export function before(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}
