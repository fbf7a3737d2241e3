// SPDX-License-Identifier: Apache-2.0
import { PageHead, useSession } from '@fumibako/kit';
import { lazy, Suspense } from 'react';
import { AppPasswords } from './AppPasswords';
import { CustomerDetails } from './CustomerDetails';
import { OpenSessions } from './OpenSessions';
import { OwnPassword } from './OwnPassword';
import { SignIns } from './SignIns';
import classes from './settings.module.css';
import { TwoStep } from './TwoStep';
import { useSettingsText } from './text';

const Tokens = lazy(() => import('./Tokens'));

/** ログインと安全: how whoever looks signs in, and where they are signed in. */
export function SecurityPage() {
  const say = useSettingsText();
  const { role, login } = useSession();
  return (
    <>
      <PageHead title={say('securityTitle')} lead={say('securityLead', { login })} />
      <div className={classes.column}>
        {role === 'customer' && <CustomerDetails />}
        <OwnPassword />
        <TwoStep />
        {role === 'owner' && <AppPasswords address={login} />}
        {role !== 'owner' && (
          <Suspense fallback={null}>
            <Tokens />
          </Suspense>
        )}
        <OpenSessions />
        <SignIns />
      </div>
    </>
  );
}
