// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, SkeletonRows, useNavigate, useSearch } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../../mail/context';
import { getIdentities } from './api/getIdentities';
import classes from './Compose.module.css';
import { unique } from './unique';
import { useOpening } from './useOpening';

// On its way while the letter that is answered is asked for.
const form = import('./ComposeForm');
const ComposeForm = lazy(() => form.then((module) => ({ default: module.ComposeForm })));

/** Writes something new, an answer, or goes on with a draft. */
export function ComposePage() {
  const { w } = useSearch({ strict: false });
  const navigate = useNavigate();
  // The name in the address lets a page that is loaded again find what was written.
  useEffect(() => {
    if (w === undefined) {
      void navigate({ to: '.', search: (before) => ({ ...before, w: unique() }), replace: true });
    }
  }, [w, navigate]);
  return w === undefined ? <Coming /> : <Opened key={w} name={w} />;
}

function Opened({ name }: { name: string }) {
  const store = useStore();
  const identities = useQuery({ queryKey: ['identities'], queryFn: () => getIdentities(store), staleTime: 300_000 });
  const opening = useOpening(name, identities.data);
  const error = identities.data ? opening.error : identities.error;
  if (error) {
    return (
      <div className={classes.form}>
        <ErrorAlert error={error} onRetry={() => void (identities.data ? opening : identities).refetch()} />
      </div>
    );
  } else if (!opening.data || !identities.data) {
    return <Coming />;
  }
  return (
    <Suspense fallback={<Coming />}>
      <ComposeForm name={name} opening={opening.data} identities={identities.data} />
    </Suspense>
  );
}

function Coming() {
  return (
    <div className={classes.form}>
      <SkeletonRows />
    </div>
  );
}
