// SPDX-License-Identifier: Apache-2.0
import { Button, Card, ErrorAlert, PasswordField, PasswordInput, toasts, useSession } from '@fumibako/kit';
import { useMutation } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { changePassword } from './api/changePassword';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

/** One's own password. */
export function PasswordCard() {
  const say = useSettingsText();
  const { login } = useSession();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const changing = useMutation({
    mutationFn: () => changePassword(login, current, password),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      toasts.show({ text: say('passwordChanged') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <Card title={say('password')} padded>
      <form className={classes.fields} onSubmit={submit}>
        {changing.error && <ErrorAlert error={changing.error} />}
        <PasswordInput
          label={say('currentPassword')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': say('show'), tabIndex: 0 }}
        />
        <PasswordField label={say('newPassword')} value={password} onChange={setPassword} />
        <Button type="submit" loading={changing.isPending} disabled={current === '' || password === ''}>
          {say('changePassword')}
        </Button>
      </form>
    </Card>
  );
}
