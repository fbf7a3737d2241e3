// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton, ErrorAlert, fieldError, Note, QrCode, SkeletonRows, TextInput } from '@fumibako/kit';
import { Problem, useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { beginTwoStep } from './api/beginTwoStep';
import { confirmTwoStep } from './api/confirmTwoStep';
import classes from './settings.module.css';
import { useSettingsText } from './text';
import { useRenewSession } from './useRenewSession';

/** Shows the secret to an authenticator app, asks for a code of it, then shows the recovery codes, once. */
export default function TwoStepSetup({ onDone }: { onDone: () => void }) {
  const say = useSettingsText();
  const client = useQueryClient();
  const renew = useRenewSession();
  const [code, setCode] = useState('');
  const secret = useQuery({
    queryKey: ['two-step-secret'],
    queryFn: beginTwoStep,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const confirming = useMutation({
    mutationFn: () => confirmTwoStep(code.trim()),
    onSuccess: async () => {
      await renew();
      await client.invalidateQueries({ queryKey: ['two-step'] });
    },
  });
  if (confirming.data !== undefined) {
    return <Codes codes={confirming.data.codes} onDone={onDone} />;
  } else if (secret.data === undefined) {
    return secret.error ? <ErrorAlert error={secret.error} /> : <SkeletonRows rows={3} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirming.mutate();
  };
  return (
    <form noValidate className={classes.box} onSubmit={submit}>
      <div className={classes.setup}>
        <div className={classes.qr}>
          <QrCode value={secret.data.uri} label={say('qrLabel')} />
        </div>
        <div className={classes.steps}>
          <p className={classes.quiet}>{say('setupScan')}</p>
          <div className={classes.secret}>
            <code className="fb-mono">{secret.data.secret}</code>
            <CopyButton value={secret.data.secret} what={say('secret')} />
          </div>
          <TextInput
            className={classes.narrow}
            label={say('setupCode')}
            autoComplete="one-time-code"
            inputMode="numeric"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={fieldError(confirming.error instanceof Problem && confirming.error.message)}
          />
        </div>
      </div>
      <div className={classes.foot}>
        <Button type="submit" disabled={code.trim() === ''} loading={confirming.isPending}>
          {say('twoStepConfirm')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const say = useSettingsText();
  return (
    <div className={classes.box} role="status">
      <b>{say('codesTitle')}</b>
      <Note kind="warn">{say('codesHint')}</Note>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code className="fb-mono">{code.match(/.{1,4}/g)?.join('-')}</code>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <CopyButton value={codes.join('\n')} what={say('codes')} />
        <Button variant="default" onClick={onDone}>
          {say('codesDone')}
        </Button>
      </div>
    </div>
  );
}
