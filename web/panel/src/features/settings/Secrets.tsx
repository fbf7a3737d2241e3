// SPDX-License-Identifier: Apache-2.0
import { Button, EmptyState, ErrorAlert, IconPlus, SkeletonRows } from '@fumibako/kit';
import type { UseQueryResult } from '@fumibako/kit/api';
import { type ReactNode, useState } from 'react';
import { Part } from './Part';
import classes from './settings.module.css';

interface Props<T> {
  readonly title: string;
  readonly hint: string;
  readonly empty: string;
  readonly add: string;
  readonly secrets: UseQueryResult<{ readonly total: number; readonly items: readonly T[] }>;
  readonly form: (onDone: () => void) => ReactNode;
  readonly row: (secret: T) => ReactNode;
}

/** What programs sign in with: each one made for itself and taken back without touching the others. */
export function Secrets<T>({ title, hint, empty, add, secrets, form, row }: Props<T>) {
  const [adding, setAdding] = useState(false);
  return (
    <Part
      title={title}
      aside={
        !adding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {add}
          </Button>
        )
      }
    >
      <p className={classes.explain}>{hint}</p>
      <ErrorAlert error={secrets.error} onRetry={() => void secrets.refetch()} />
      {adding && form(() => setAdding(false))}
      {secrets.data === undefined && !secrets.error && <SkeletonRows rows={2} />}
      {secrets.data?.total === 0 && !adding && <EmptyState text={empty} />}
      <ul className={classes.rows}>{secrets.data?.items.map(row)}</ul>
    </Part>
  );
}
