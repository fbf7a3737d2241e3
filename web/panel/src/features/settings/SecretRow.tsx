// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, useFormats } from '@fumibako/kit';
import { useMutation } from '@fumibako/kit/api';
import type { ReactNode } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import classes from './settings.module.css';
import { useSettingsText } from './text';

interface Props {
  readonly name: string;
  readonly created: string;
  readonly lastUse: { readonly at: string; readonly address: string } | null;
  readonly revokeLabel: string;
  readonly revoked: string;
  readonly revoke: () => Promise<unknown>;
  /** What it is good for. */
  readonly children: ReactNode;
}

export function SecretRow({ name, created, lastUse, revokeLabel, revoked, revoke, children }: Props) {
  const say = useSettingsText();
  const formats = useFormats();
  const done = useUndoToast();
  const revoking = useMutation({ mutationFn: revoke, onSuccess: () => done(revoked, null) });
  return (
    <li className={classes.row}>
      <div className={classes.rowWords}>
        <b>{name}</b>
        <span>{children}</span>
        <span className={classes.hint}>
          {lastUse === null
            ? say('neverUsed', { created: formats.shortTime(created) })
            : say('lastUsed', { time: formats.shortTime(lastUse.at), place: lastUse.address || '–' })}
        </span>
        <ErrorAlert error={revoking.error} />
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={revokeLabel}
        loading={revoking.isPending}
        onClick={() => revoking.mutate()}
      >
        {say('revoke')}
      </Button>
    </li>
  );
}
