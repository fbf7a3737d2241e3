// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, StateChip, useFormats } from '@fumibako/kit';
import { type components, useMutation } from '@fumibako/kit/api';
import { useUndoToast } from '../history/useUndoToast';
import { deleteTarget } from './api/deleteTarget';
import { resumeTarget } from './api/resumeTarget';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** One address that mail goes on to; one that takes nothing says since when and why, in its own words. */
export function ForwardingTarget({
  account,
  target,
}: {
  account: string;
  target: components['schemas']['TargetView'];
}) {
  const say = useSettingsText();
  const done = useUndoToast();
  const formats = useFormats();
  const removing = useMutation({
    mutationFn: () => deleteTarget(account, target.address),
    onSuccess: ({ undo }) => done(say('targetRemoved', { target: target.address }), undo),
  });
  const resuming = useMutation({
    mutationFn: () => resumeTarget(account, target.address),
    onSuccess: () => done(say('targetResumed', { target: target.address }), null),
  });
  const time = target.since === null ? '' : formats.shortTime(target.since);
  return (
    <li className={classes.target}>
      <div className={classes.targetHead}>
        <span className={classes.targetAddress}>{target.address}</span>
        <CloseButton
          size="sm"
          aria-label={say('removeTarget', { target: target.address })}
          disabled={removing.isPending}
          onClick={() => removing.mutate()}
        />
      </div>
      {target.state === 'failing' && <StateChip state="warn">{say('failing', { time })}</StateChip>}
      {target.state === 'stopped' && (
        <>
          <StateChip state="attention">{say('stopped', { time })}</StateChip>
          <p className={classes.hint}>{say('stoppedHint')}</p>
          <Button variant="default" size="compact-sm" loading={resuming.isPending} onClick={() => resuming.mutate()}>
            {say('resume')}
          </Button>
        </>
      )}
      {target.reason !== null && <code className={`fb-mono ${classes.reason}`}>{target.reason}</code>}
    </li>
  );
}
