// SPDX-License-Identifier: Apache-2.0
import { Button, EmptyState, ErrorAlert, IconPlus, SkeletonRows, useFormats } from '@fumibako/kit';
import { type components, useMutation, useQuery } from '@fumibako/kit/api';
import { lazy, Suspense, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { listAppPasswords } from './api/listAppPasswords';
import { revokeAppPassword } from './api/revokeAppPassword';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';
import { useUses } from './uses';

const NewAppPassword = lazy(() => import('./NewAppPassword'));

/** アプリ用パスワード: one for each program, taken back without touching the others. */
export function AppPasswords({ address }: { address: string }) {
  const say = useSettingsText();
  const [adding, setAdding] = useState(false);
  const passwords = useQuery({ queryKey: ['app-passwords', address], queryFn: () => listAppPasswords(address) });
  return (
    <Part
      title={say('appPasswords')}
      aside={
        !adding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {say('newAppPassword')}
          </Button>
        )
      }
    >
      <p className={classes.explain}>{say('appPasswordsHint')}</p>
      <ErrorAlert error={passwords.error} onRetry={() => void passwords.refetch()} />
      {adding && (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <NewAppPassword address={address} onDone={() => setAdding(false)} />
        </Suspense>
      )}
      {passwords.data === undefined && !passwords.error && <SkeletonRows rows={2} />}
      {passwords.data?.total === 0 && !adding && <EmptyState text={say('noAppPasswords')} />}
      <ul className={classes.rows}>
        {passwords.data?.items.map((password) => (
          <Row key={password.id} address={address} password={password} />
        ))}
      </ul>
    </Part>
  );
}

function Row({ address, password }: { address: string; password: components['schemas']['AppPasswordView'] }) {
  const say = useSettingsText();
  const formats = useFormats();
  const done = useUndoToast();
  const uses = useUses();
  const revoking = useMutation({
    mutationFn: () => revokeAppPassword(address, password.id),
    onSuccess: () => done(say('revoked', { name: password.name }), null),
  });
  const last = password.lastUse;
  return (
    <li className={classes.row}>
      <div className={classes.rowWords}>
        <b>{password.name}</b>
        <span>
          {uses(password.uses)}
          {!password.mayDelete && ` ${say('mayNotDelete')}`}
        </span>
        <span className={classes.hint}>
          {last === null
            ? say('neverUsed', { created: formats.shortTime(password.created) })
            : say('lastUsed', { time: formats.shortTime(last.at), place: last.address || '–' })}
        </span>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say('revokeOf', { name: password.name })}
        loading={revoking.isPending}
        onClick={() => revoking.mutate()}
      >
        {say('revoke')}
      </Button>
    </li>
  );
}
