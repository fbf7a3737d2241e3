// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, fieldError, IconPlus, SegmentedControl, SkeletonRows, TextInput } from '@fumibako/kit';
import { Problem, useMutation, useQuery } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { addTarget } from './api/addTarget';
import { changeForwarding } from './api/changeForwarding';
import { getForwarding } from './api/getForwarding';
import { ForwardingTarget } from './ForwardingTarget';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** 転送設定: where mail goes on to, and whether it stays here too. Each change counts at once and can be undone. */
export function ForwardingSettings({ address, drawer }: { address: string; drawer?: boolean }) {
  const say = useSettingsText();
  const done = useUndoToast();
  const keepLabel = useId();
  const [adding, setAdding] = useState(false);
  const forwarding = useQuery({ queryKey: ['forwarding', address], queryFn: () => getForwarding(address) });
  const keeping = useMutation({
    mutationFn: (keep: boolean) => changeForwarding(address, { keep }),
    onSuccess: ({ keep, undo }) => done(say(keep ? 'nowKept' : 'nowNotKept'), undo),
  });
  const view = forwarding.data;
  return (
    <Part
      title={say('forwarding')}
      drawer={drawer}
      aside={
        !adding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {say('addTarget')}
          </Button>
        )
      }
    >
      <ErrorAlert error={forwarding.error ?? keeping.error} />
      {view === undefined && !forwarding.error && <SkeletonRows rows={1} />}
      {view?.targets.length === 0 && !adding && <p className={classes.quiet}>{say('noTargets')}</p>}
      {view !== undefined && view.targets.length > 0 && (
        <ul className={classes.targets}>
          {view.targets.map((target) => (
            <ForwardingTarget key={target.address} account={address} target={target} />
          ))}
        </ul>
      )}
      {adding && <NewTarget address={address} onDone={() => setAdding(false)} />}
      {view !== undefined && view.targets.length > 0 && (
        <>
          <div className={classes.keep}>
            <span id={keepLabel}>{say('keepLabel')}</span>
            <SegmentedControl
              aria-labelledby={keepLabel}
              value={view.keep ? 'keep' : 'not'}
              disabled={keeping.isPending}
              data={[
                { value: 'keep', label: say('keep') },
                { value: 'not', label: say('keepNot') },
              ]}
              onChange={(value) => keeping.mutate(value === 'keep')}
            />
          </div>
          <p className={classes.hint}>{say('keepHint')}</p>
        </>
      )}
    </Part>
  );
}

function NewTarget({ address, onDone }: { address: string; onDone: () => void }) {
  const say = useSettingsText();
  const done = useUndoToast();
  const [target, setTarget] = useState('');
  const [asked, setAsked] = useState(false);
  const adding = useMutation({
    mutationFn: () => addTarget(address, target.trim()),
    onSuccess: ({ undo }) => {
      onDone();
      done(say('targetAdded', { target: target.trim() }), undo);
    },
  });
  const refused = adding.error instanceof Problem ? adding.error.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A drawer's own form may be around this one.
    event.stopPropagation();
    setAsked(true);
    if (target.trim() !== '') {
      adding.mutate();
    }
  };
  return (
    <form noValidate className={classes.line} onSubmit={submit}>
      <TextInput
        label={say('target')}
        autoFocus
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        value={target}
        onChange={(event) => setTarget(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onDone();
          }
        }}
        error={fieldError((asked && target.trim() === '' && say('targetMissing')) || refused)}
      />
      <Button type="submit" variant="default" mt={25} loading={adding.isPending}>
        {say('add')}
      </Button>
    </form>
  );
}
