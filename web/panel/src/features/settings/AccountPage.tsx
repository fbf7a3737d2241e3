// SPDX-License-Identifier: Apache-2.0
import { Link, PageHead, SkeletonRows, useParams } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense } from 'react';
import { getAccount } from '../accounts/api/getAccount';
import { AppPasswords } from './AppPasswords';
import { ForwardingSettings } from './ForwardingSettings';
import { SignIns } from './SignIns';
import classes from './settings.module.css';
import { useSettingsText } from './text';

const AutoReplySettings = lazy(() => import('./AutoReplySettings'));

/** All that can be set of one account and does not fit into its drawer. */
export function AccountPage() {
  const say = useSettingsText();
  const { domain, address } = useParams({ from: '/panel/$domain/accounts/$address' });
  const account = useQuery({ queryKey: ['account', address], queryFn: () => getAccount(address) });
  return (
    <>
      <PageHead
        title={address}
        lead={account.data?.name}
        actions={
          <Link to="/panel/$domain/accounts" params={{ domain }} search={{ open: address }}>
            {say('backToAccount')}
          </Link>
        }
      />
      <div className={classes.column}>
        <ForwardingSettings address={address} />
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <AutoReplySettings address={address} />
        </Suspense>
        <AppPasswords address={address} />
        <SignIns address={address} />
      </div>
    </>
  );
}
