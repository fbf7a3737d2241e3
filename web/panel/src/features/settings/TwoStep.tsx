// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, fieldError, SkeletonRows, StateChip, TextInput, toasts, useFormats } from '@fumibako/kit';
import { Problem, useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { endTwoStep } from './api/endTwoStep';
import { getTwoStep } from './api/getTwoStep';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';
import { useRenewSession } from './useRenewSession';

const TwoStepSetup = lazy(() => import('./TwoStepSetup'));

/** 二段階認証 of whoever looks. */
export function TwoStep() {
  const say = useSettingsText();
  const formats = useFormats();
  const [open, setOpen] = useState<'setup' | 'end' | undefined>();
  const state = useQuery({ queryKey: ['two-step'], queryFn: getTwoStep });
  const close = () => setOpen(undefined);
  const view = state.data;
  return (
    <Part
      title={say('twoStep')}
      aside={view && <StateChip state={view.on ? 'ok' : 'off'}>{say(view.on ? 'on' : 'off')}</StateChip>}
    >
      <p className={classes.explain}>{say('twoStepHint')}</p>
      <ErrorAlert error={state.error} onRetry={() => void state.refetch()} />
      {view === undefined && !state.error && <SkeletonRows rows={1} />}
      {view?.on === true && (
        <p className={classes.explain}>
          {say('twoStepSince', {
            date: view.since === null ? '' : formats.date(view.since),
            count: view.recoveryCodes,
          })}
        </p>
      )}
      {open === 'setup' && (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <TwoStepSetup onDone={close} />
        </Suspense>
      )}
      {open === 'end' && <End onDone={close} />}
      {open === undefined && view !== undefined && (
        <Button variant="default" onClick={() => setOpen(view.on ? 'end' : 'setup')}>
          {say(view.on ? 'twoStepEnd' : 'twoStepBegin')}
        </Button>
      )}
    </Part>
  );
}

function End({ onDone }: { onDone: () => void }) {
  const say = useSettingsText();
  const client = useQueryClient();
  const renew = useRenewSession();
  const [code, setCode] = useState('');
  const ending = useMutation({
    mutationFn: () => endTwoStep(code.trim()),
    onSuccess: async (view) => {
      client.setQueryData(['two-step'], view);
      await renew();
      onDone();
      toasts.show({ text: say('twoStepEnded') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ending.mutate();
  };
  return (
    <form noValidate className={classes.box} onSubmit={submit}>
      <TextInput
        className={classes.narrow}
        label={say('code')}
        description={say('codeHint')}
        autoFocus
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={fieldError(ending.error instanceof Problem && ending.error.message)}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="default" disabled={code.trim() === ''} loading={ending.isPending}>
          {say('twoStepEnd')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
