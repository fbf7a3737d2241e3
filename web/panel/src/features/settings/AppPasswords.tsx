// SPDX-License-Identifier: Apache-2.0
import { SkeletonRows } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense } from 'react';
import { listAppPasswords } from './api/listAppPasswords';
import { revokeAppPassword } from './api/revokeAppPassword';
import { SecretRow } from './SecretRow';
import { Secrets } from './Secrets';
import { useSettingsText } from './text';
import { useUses } from './uses';

const NewAppPassword = lazy(() => import('./NewAppPassword'));

/** アプリ用パスワード: one for each program. */
export function AppPasswords({ address }: { address: string }) {
  const say = useSettingsText();
  const uses = useUses();
  const passwords = useQuery({ queryKey: ['app-passwords', address], queryFn: () => listAppPasswords(address) });
  return (
    <Secrets
      title={say('appPasswords')}
      hint={say('appPasswordsHint')}
      empty={say('noAppPasswords')}
      add={say('newAppPassword')}
      secrets={passwords}
      form={(onDone) => (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <NewAppPassword address={address} onDone={onDone} />
        </Suspense>
      )}
      row={(password) => (
        <SecretRow
          key={password.id}
          name={password.name}
          created={password.created}
          lastUse={password.lastUse}
          revokeLabel={say('revokeOf', { name: password.name })}
          revoked={say('revoked', { name: password.name })}
          revoke={() => revokeAppPassword(address, password.id)}
        >
          {uses(password.uses)}
          {!password.mayDelete && ` ${say('mayNotDelete')}`}
        </SecretRow>
      )}
    />
  );
}
