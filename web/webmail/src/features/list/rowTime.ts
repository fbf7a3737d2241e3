// SPDX-License-Identifier: Apache-2.0

/** A time for the corner of a row: of today the clock, of other days the day (`今日 10:42` → `10:42`, `11/23 15:30` → `11/23`). */
export function rowTime(short: string): string {
  const today = /^(?:今日 |Today, )(.*)$/.exec(short);
  return today?.[1] ?? short.replace(/[ ,]*\d\d:\d\d$/, '');
}
