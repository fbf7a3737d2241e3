// SPDX-License-Identifier: Apache-2.0
import { Link, SkeletonRows } from '@fumibako/kit';
import { lazy, Suspense } from 'react';
import classes from './Doctor.module.css';
import { useDoctorPageText } from './text';

// What reads and explains is heavy: the page is there before it.
const ErrorMail = lazy(() => import('./ErrorMail'));

/** An error mail is explained. */
export function BouncePage() {
  const say = useDoctorPageText();
  return (
    <main className={classes.page} id="fb-main">
      <p className={classes.crumb}>
        <Link to="/doctor">{say('title')}</Link>
      </p>
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <ErrorMail />
      </Suspense>
    </main>
  );
}
