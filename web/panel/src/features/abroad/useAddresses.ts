// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { listAccounts } from '../accounts/api/listAccounts';

/** As many as the server gives in one answer. */
const MOST = 500;

/** The addresses of a domain's accounts, to choose from. */
export function useAddresses(domain: string): readonly string[] {
  const accounts = useQuery({
    queryKey: ['accounts', domain, 'names'],
    queryFn: () => listAccounts(domain, { sort: 'address', offset: 0, limit: MOST }),
  });
  return accounts.data?.items.map((one) => one.address) ?? [];
}
