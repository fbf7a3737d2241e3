// SPDX-License-Identifier: Apache-2.0
import { IconDots, LazyMenu, UnstyledButton } from '@fumibako/kit';
import { lazy, Suspense, useState } from 'react';
import type { Email } from '../../jmap';
import classes from './Toolbar.module.css';
import { useReadText } from './text';

const MoreMenu = lazy(() => import('./MoreMenu'));
const SourceDialog = lazy(() => import('./SourceDialog'));

/** The button with the three dots, and what it opens. */
export function More({ email }: { email: Email }) {
  const say = useReadText();
  const [shown, setShown] = useState<'source' | 'headers'>();
  const button = (
    <UnstyledButton className={classes.tool} aria-label={say('more')} title={say('more')}>
      <IconDots size={16} stroke={1.75} aria-hidden />
    </UnstyledButton>
  );
  return (
    <>
      <LazyMenu button={button} menu={(target) => <MoreMenu email={email} target={target} onShow={setShown} />} />
      <Suspense fallback={null}>
        {shown && <SourceDialog email={email} what={shown} onClose={() => setShown(undefined)} />}
      </Suspense>
    </>
  );
}
