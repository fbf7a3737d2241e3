// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { asking } from './asking';
import { moving } from './moving';
import { sheet } from './sheet';

const MoveDialog = lazy(() => import('./MoveDialog'));
const AskDialog = lazy(() => import('./AskDialog'));
const KeySheet = lazy(() => import('../keys/KeySheet'));

/** What lies over a list when it is asked for; its code comes then. */
export function Dialogs() {
  const rows = useSyncExternalStore(moving.subscribe, moving.current);
  const question = useSyncExternalStore(asking.subscribe, asking.current);
  const keys = useSyncExternalStore(sheet.subscribe, sheet.current);
  return (
    <Suspense fallback={null}>
      {rows.length > 0 && <MoveDialog rows={rows} />}
      {question && <AskDialog question={question} />}
      {keys && <KeySheet />}
    </Suspense>
  );
}
