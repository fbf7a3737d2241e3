// SPDX-License-Identifier: Apache-2.0
import type { Id } from '../../../jmap';

/** A letter that waits for its time, or that nobody took when it had come (RFC 8621 §7). */
export interface Letter {
  readonly id: Id;
  readonly emailId: Id;
  readonly sendAt: string;
  readonly undoStatus: 'pending' | 'final' | 'canceled';
  readonly deliveryStatus: Readonly<Record<string, { readonly delivered: string; readonly smtpReply: string }>> | null;
  /** Of the email; empty when it is gone. */
  readonly subject: string;
  readonly to: readonly string[];
}

/** Whether nobody took it. */
export function isRefused({ undoStatus, deliveryStatus }: Pick<Letter, 'undoStatus' | 'deliveryStatus'>): boolean {
  const all = Object.values(deliveryStatus ?? {});
  return undoStatus === 'final' && all.length > 0 && all.every(({ delivered }) => delivered === 'no');
}

/** All times on the screens are Japan's, which knows no summer time. */
const JAPAN_MS = 9 * 3_600_000;

/** Times that one may mean: this evening, tomorrow morning, Monday morning. */
export function suggestions(
  now: Date,
): readonly { readonly key: 'evening' | 'tomorrow' | 'monday'; readonly at: Date }[] {
  const there = new Date(now.getTime() + JAPAN_MS);
  const midnight = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate());
  const at = (days: number, hour: number) => new Date(midnight + (days * 24 + hour) * 3_600_000 - JAPAN_MS);
  const toMonday = (8 - there.getUTCDay()) % 7 || 7;
  return [
    ...(there.getUTCHours() < 17 ? [{ key: 'evening' as const, at: at(0, 18) }] : []),
    { key: 'tomorrow', at: at(1, 8) },
    ...(toMonday > 1 ? [{ key: 'monday' as const, at: at(toMonday, 8) }] : []),
  ];
}

/** As a field for date and time has it. */
export function fieldOf(at: Date): string {
  return new Date(at.getTime() + JAPAN_MS).toISOString().slice(0, 16);
}

/** What such a field says; an invalid date when it says nothing. */
export function timeOf(field: string): Date {
  return new Date(`${field.slice(0, 16)}:00+09:00`);
}
