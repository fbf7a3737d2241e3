// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, SkeletonRows, useSearch } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { useStore } from '../../mail/context';
import { getMessage } from '../read/api/getMessage';
import { getIdentities } from './api/getIdentities';
import classes from './Compose.module.css';
import { ComposeForm } from './ComposeForm';
import { useStart } from './useStart';

/** Writes something new, an answer, or goes on with a draft. */
export function ComposePage() {
  const store = useStore();
  const { reply, forward, draft } = useSearch({ strict: false });
  const about = reply ?? forward ?? draft;
  const identities = useQuery({ queryKey: ['identities'], queryFn: () => getIdentities(store) });
  const email = useQuery({
    queryKey: ['message', about],
    queryFn: () => getMessage(store, about ?? ''),
    enabled: about !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const start = useStart(identities.data, email.data ?? undefined);
  if (identities.error || email.error) {
    return (
      <div className={classes.form}>
        <ErrorAlert error={identities.error ?? email.error} />
      </div>
    );
  } else if (!start) {
    return (
      <div className={classes.form}>
        <SkeletonRows />
      </div>
    );
  }
  return <ComposeForm key={about ?? 'new'} start={start} identities={identities.data ?? []} />;
}
