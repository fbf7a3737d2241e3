// SPDX-License-Identifier: Apache-2.0
/** Days of the calendar in Japan, as date fields write them (`2026-12-29`), and the moments at which they begin. */
const OFFSET = '+09:00';
const DAY = 24 * 60 * 60 * 1000;

/** The moment at which a day begins; null for no day. */
export function beginOf(day: string): string | null {
  return day === '' ? null : new Date(`${day}T00:00:00${OFFSET}`).toISOString();
}

/** The first moment after a day. */
export function endOf(day: string): string | null {
  const begin = beginOf(day);
  return begin === null ? null : new Date(Date.parse(begin) + DAY).toISOString();
}

/** The day that a moment lies in; empty for none. */
export function dayOf(instant: string | null): string {
  return instant === null ? '' : new Date(Date.parse(instant) + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The last day before a moment. */
export function lastDayBefore(instant: string | null): string {
  return instant === null ? '' : dayOf(new Date(Date.parse(instant) - 1).toISOString());
}
