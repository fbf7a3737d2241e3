// SPDX-License-Identifier: Apache-2.0
import { SkeletonRows, useParams } from '@fumibako/kit';
import { lazy, Suspense } from 'react';
import classes from './Doctor.module.css';

// What shows findings is heavy: the page is there before it.
const Examination = lazy(() => import('./Examination'));

/** An examination of the reader's own account. The complaint is in the address of the page. */
export function ExaminationPage() {
  const { symptom } = useParams({ from: '/doctor/$symptom' });
  return (
    <main className={classes.page} id="fb-main">
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <Examination key={symptom} slug={symptom} />
      </Suspense>
    </main>
  );
}
