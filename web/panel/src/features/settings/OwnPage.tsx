// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, MEGABYTE, PageHead, SkeletonRows, UsageBar, useSession } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense } from 'react';
import { getAccount } from '../accounts/api/getAccount';
import { ForwardingSettings } from './ForwardingSettings';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';

const AutoReplySettings = lazy(() => import('./AutoReplySettings'));

/** What the owner of an account sees first: how full it is, where its mail goes, and how it answers by itself. */
export function OwnPage() {
  const say = useSettingsText();
  const { login } = useSession();
  const account = useQuery({ queryKey: ['account', login], queryFn: () => getAccount(login) });
  const view = account.data;
  return (
    <>
      <PageHead title={say('ownTitle')} lead={login} />
      <ErrorAlert error={account.error} onRetry={() => void account.refetch()} />
      <div className={classes.column}>
        {view !== undefined && (
          <Part title={say('storage')}>
            <UsageBar label={login} used={Math.ceil(view.usedBytes / MEGABYTE)} allowed={view.quotaMegabytes} />
          </Part>
        )}
        <ForwardingSettings address={login} />
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <AutoReplySettings address={login} />
        </Suspense>
      </div>
    </>
  );
}
