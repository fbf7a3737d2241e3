// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { useTraceText } from '@fumibako/kit/trace';
import { listAccounts } from '../accounts/api/listAccounts';

/** Accounts to choose from; whoever has more searches for the address. */
const CHOICES = 500;

export interface AccountChoiceProps {
  readonly domain: string;
  readonly value: string | undefined;
  readonly onChange: (account: string | undefined) => void;
}

/** Whose messages are listed: one account's, or everybody's of the domain. */
export default function AccountChoice({ domain, value, onChange }: AccountChoiceProps) {
  const say = useTraceText();
  const accounts = useQuery({
    queryKey: ['accounts', domain, 'names'],
    queryFn: () => listAccounts(domain, { sort: 'address', offset: 0, limit: CHOICES }),
  });
  return (
    <NativeSelect
      aria-label={say('account')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: say('everybody') },
        ...(accounts.data?.items ?? []).map((one) => ({ value: one.address, label: one.address })),
      ]}
    />
  );
}
