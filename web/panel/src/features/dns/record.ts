// SPDX-License-Identifier: Apache-2.0
import type { components } from '@fumibako/kit/api';

export type DnsRecord = components['schemas']['DnsRow'];

/** What a person may add; the server has the last word on each. */
export const TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'CAA', 'NS'] as const;

/** Types that have a priority beside their content. */
export function hasPriority(type: string): boolean {
  return type === 'MX' || type === 'SRV';
}

/** A row of the list; two automatic records may have the same name and type. */
export function keyOf(record: DnsRecord): string {
  return record.id === null ? `${record.host} ${record.type} ${record.content}` : String(record.id);
}
