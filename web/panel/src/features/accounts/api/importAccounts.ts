// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Adds all accounts of a table, or none; with `check` it only looks. */
export function importAccounts(domain: string, csv: string, check: boolean) {
  return answer(
    api.POST('/api/domains/{domain}/accounts/import', { params: { path: { domain } }, body: { csv, check } }),
  );
}
