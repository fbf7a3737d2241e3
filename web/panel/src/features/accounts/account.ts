// SPDX-License-Identifier: Apache-2.0
import { MEGABYTE } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';

export type Account = components['schemas']['AccountRow'];

/** What an account may hold, in MB (`Quota`). */
export const QUOTA = { min: 1, max: 20_000, standard: 2_000 } as const;

export function quotaFits(megabytes: number): boolean {
  return Number.isInteger(megabytes) && megabytes >= QUOTA.min && megabytes <= QUOTA.max;
}

/** Used megabytes, at least 1 as soon as there is something. */
export function usedMegabytes(account: Account): number {
  return Math.ceil(account.usedBytes / MEGABYTE);
}

/** What stands after the @ of an address. */
export function domainOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** What may stand before the @ of a new address; the server has the last word. */
export function localPartFits(text: string): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9._+-]{0,62}[A-Za-z0-9_-])?$/.test(text) && !text.includes('..');
}
