// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../i18n';

/** All times are shown in this zone, and pages with evidence say so once. */
export const ZONE = 'Asia/Tokyo';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 24 * 60 * 60 * 1000;

interface Moment {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

function moment(instant: Date): Moment {
  const fields = Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, part.value]));
  return { ...fields, month: String(Number(fields.month)), day: String(Number(fields.day)) } as Moment;
}

function sameDay(a: Moment, b: Moment): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

function monthName(at: Moment): string {
  return MONTHS[Number(at.month) - 1] ?? '';
}

/** For lists: `今日 10:42`, `昨日 22:08`, `11/23 15:30`, with the year when it is another one. `instant` is ISO 8601. */
export function shortTime(instant: string, language: Language, now: Date = new Date()): string {
  const at = moment(new Date(instant));
  const today = moment(now);
  const clock = `${at.hour}:${at.minute}`;
  if (sameDay(at, today)) {
    return language === 'ja' ? `今日 ${clock}` : `Today, ${clock}`;
  } else if (sameDay(at, moment(new Date(now.getTime() - DAY)))) {
    return language === 'ja' ? `昨日 ${clock}` : `Yesterday, ${clock}`;
  } else if (at.year === today.year) {
    return language === 'ja' ? `${at.month}/${at.day} ${clock}` : `${at.day} ${monthName(at)}, ${clock}`;
  }
  return language === 'ja' ? `${at.year}/${at.month}/${at.day}` : `${at.day} ${monthName(at)} ${at.year}`;
}

/** For evidence: `2026年11月25日 11:06`, `25 Nov 2026, 11:06 JST`. */
export function fullTime(instant: string, language: Language): string {
  const at = moment(new Date(instant));
  return language === 'ja'
    ? `${date(instant, language)} ${at.hour}:${at.minute}`
    : `${date(instant, language)}, ${at.hour}:${at.minute} JST`;
}

/** For a trace: as `fullTime`, with seconds. */
export function exactTime(instant: string, language: Language): string {
  const at = moment(new Date(instant));
  return language === 'ja'
    ? `${date(instant, language)} ${at.hour}:${at.minute}:${at.second}`
    : `${date(instant, language)}, ${at.hour}:${at.minute}:${at.second} JST`;
}

/** `2026年11月25日`, `25 Nov 2026`. */
export function date(instant: string, language: Language): string {
  const at = moment(new Date(instant));
  return language === 'ja' ? `${at.year}年${at.month}月${at.day}日` : `${at.day} ${monthName(at)} ${at.year}`;
}

/** `11月23日`, `23 Nov`. */
export function dayOfMonth(instant: string, language: Language): string {
  const at = moment(new Date(instant));
  return language === 'ja' ? `${at.month}月${at.day}日` : `${at.day} ${monthName(at)}`;
}

/** `11月18日〜25日`, `11月30日〜12月2日`, `18 Nov – 25 Nov`. */
export function range(from: string, to: string, language: Language): string {
  const start = moment(new Date(from));
  const end = moment(new Date(to));
  if (language === 'en') {
    return `${dayOfMonth(from, language)} – ${dayOfMonth(to, language)}`;
  }
  const tail = start.month === end.month && start.year === end.year ? `${end.day}日` : dayOfMonth(to, language);
  return `${dayOfMonth(from, language)}〜${tail}`;
}
