// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../i18n';
import { number } from './number';

/** A megabyte as the quota counts it, in octets (`ByteSize.ofMegabytes`). */
export const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1000 * MEGABYTE;

function gap(language: Language): string {
  return language === 'ja' ? '' : ' ';
}

/** Octets as people read them: `412KB` under 1 MB, `31MB` under 1 GB, `21.9GB` above, `200GB` when it is whole. A space before the unit in English. */
export function size(octets: number, language: Language): string {
  if (octets < MEGABYTE) {
    return `${number(Math.ceil(octets / 1024))}${gap(language)}KB`;
  } else if (octets < GIGABYTE) {
    return `${number(Math.round(octets / MEGABYTE))}${gap(language)}MB`;
  }
  return `${(octets / GIGABYTE).toFixed(1).replace('.0', '')}${gap(language)}GB`;
}

/** Megabytes where a quota is meant: `2,000MB`. */
export function megabytes(value: number, language: Language): string {
  return `${number(value)}${gap(language)}MB`;
}

/** Used and allowed megabytes: `1,940 / 2,000MB`, `1,940 of 2,000 MB`. */
export function usage(used: number, allowed: number, language: Language): string {
  return language === 'ja' ? `${number(used)} / ${number(allowed)}MB` : `${number(used)} of ${number(allowed)} MB`;
}
