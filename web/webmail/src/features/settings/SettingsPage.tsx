// SPDX-License-Identifier: Apache-2.0
import { PageHead, SkeletonRows } from '@fumibako/kit';
import { lazy, Suspense } from 'react';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

// The fields are many: the page is there before them.
const Cards = lazy(() => import('./Cards'));

/** The person's own settings. */
export function SettingsPage() {
  const say = useSettingsText();
  return (
    <main className={classes.page} id="fb-main">
      <PageHead title={say('title')} lead={say('lead')} />
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <Cards />
      </Suspense>
    </main>
  );
}
