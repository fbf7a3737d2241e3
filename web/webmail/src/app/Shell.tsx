// SPDX-License-Identifier: Apache-2.0
import { OfflineBanner, Outlet, Palette, ToastHost, useDisclosure, useLayout } from '@fumibako/kit';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { FolderNav } from '../features/mailboxes/FolderNav';
import { managing } from '../features/mailboxes/managing';
import { Header } from './Header';
import { PhoneTabs } from './PhoneTabs';
import { usePlace } from './pane';
import classes from './Shell.module.css';
import { useFrame } from './useFrame';
import { useNotices } from './useNotices';

const Waiting = lazy(() => import('../features/compose/outbox/Waiting'));
const FolderDrawer = lazy(() => import('../features/mailboxes/FolderDrawer'));
const FolderDialog = lazy(() => import('../features/mailboxes/manage/FolderDialog'));

/** Header, folders, and beside them the list with what is open, or a page of its own. On a phone one of them at a time. */
export function Shell() {
  const frame = useFrame();
  useNotices();
  const { what } = usePlace();
  const phone = useLayout() === 'phone';
  const [folders, foldersState] = useDisclosure(false);
  const arranging = useSyncExternalStore(managing.subscribe, managing.current);
  return (
    <div className={classes.frame} data-what={what}>
      {(!phone || what === 'list' || what === 'page') && <Header {...frame} onMenu={foldersState.open} />}
      <OfflineBanner />
      <Suspense fallback={null}>
        <Waiting />
      </Suspense>
      <div className={classes.panes}>
        {!phone && <FolderNav />}
        <Outlet />
      </div>
      {phone && (what === 'list' || what === 'page') && <PhoneTabs onFolders={foldersState.open} />}
      <Suspense fallback={null}>{folders && <FolderDrawer onClose={foldersState.close} />}</Suspense>
      <Suspense fallback={null}>{arranging && <FolderDialog />}</Suspense>
      <ToastHost />
      <Palette {...frame}>{null}</Palette>
    </div>
  );
}
