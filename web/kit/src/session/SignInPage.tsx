// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { Problem } from '../api/problem';
import { Brand } from '../frame/Brand';
import { Preferences } from '../frame/Preferences';
import { ErrorAlert } from '../parts/ErrorAlert';
import { fieldError } from '../parts/FieldError';
import { signIn } from './api/signIn';
import classes from './SignInPage.module.css';
import type { Session } from './session';
import { useSessionText } from './text';

interface Props {
  /** Who was signed in until now, when a session has ended. */
  readonly login?: string;
  readonly onEntered: (session: Session | null) => void;
}

export default function SignInPage({ login = '', onEntered }: Props) {
  const say = useSessionText();
  const [values, setValues] = useState({ login, password: '', code: '' });
  const [asked, setAsked] = useState(false);
  const [codeAsked, setCodeAsked] = useState(false);
  const entering = useMutation({
    mutationFn: () => signIn(values.login.trim(), values.password, codeAsked ? values.code.trim() : undefined),
    onSuccess: onEntered,
    onError: (error) => {
      if (error instanceof Problem && error.code === 'code-required') {
        setCodeAsked(true);
      }
    },
  });
  useEffect(() => {
    document.title = `${say('title')} | Fumibako`;
  }, [say]);

  const missing = { login: values.login.trim() === '', password: values.password === '' };
  const refused = entering.error instanceof Problem ? entering.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing.login && !missing.password) {
      entering.mutate();
    }
  };

  return (
    <div className={classes.page}>
      <header className={classes.brand}>
        <Brand size={28} />
        <span>Fumibako</span>
      </header>
      <main className={classes.card}>
        <h1>{say('title')}</h1>
        <p className="fb-prose">{login === '' ? say('lead') : say('again')}</p>
        <ErrorAlert error={refused?.code === 'code-required' || refused?.field === 'code' ? null : entering.error} />
        <form noValidate onSubmit={submit} className={classes.form}>
          <TextInput
            label={say('login')}
            description={say('loginHint')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="email"
            autoFocus={login === ''}
            value={values.login}
            onChange={(event) => setValues({ ...values, login: event.currentTarget.value })}
            error={fieldError(asked && missing.login && say('loginMissing'))}
          />
          <PasswordInput
            label={say('password')}
            autoComplete="current-password"
            autoFocus={login !== ''}
            value={values.password}
            onChange={(event) => setValues({ ...values, password: event.currentTarget.value })}
            error={fieldError(asked && missing.password && say('passwordMissing'))}
          />
          {codeAsked && (
            <TextInput
              label={say('code')}
              description={say('codeHint')}
              autoComplete="one-time-code"
              autoFocus
              value={values.code}
              onChange={(event) => setValues({ ...values, code: event.currentTarget.value })}
              error={fieldError(refused?.code === 'code-wrong' && refused.message)}
            />
          )}
          <Button type="submit" size="md" fullWidth loading={entering.isPending}>
            {say('submit')}
          </Button>
        </form>
      </main>
      <footer className={classes.preferences}>
        <Preferences />
      </footer>
    </div>
  );
}
