// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, fieldError, MIN_LENGTH, PasswordField, PasswordInput, toasts } from '@fumibako/kit';
import { Problem, useMutation } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { changeOwnPassword } from './api/changeOwnPassword';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';
import { useRenewSession } from './useRenewSession';

const EMPTY = { current: '', password: '' };

/** The password of whoever looks. */
export function OwnPassword() {
  const say = useSettingsText();
  const renew = useRenewSession();
  const [values, setValues] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const changing = useMutation({
    mutationFn: () => changeOwnPassword(values.current, values.password),
    onSuccess: async () => {
      setValues(EMPTY);
      setAsked(false);
      await renew();
      toasts.show({ text: say('passwordChanged') });
    },
  });
  const refused = changing.error instanceof Problem ? changing.error : undefined;
  const short = [...values.password].length < MIN_LENGTH;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (values.current !== '' && !short) {
      changing.mutate();
    }
  };
  const aboutCurrent = refused?.field === 'current';
  const aboutNew = refused?.code.startsWith('password-') === true && !aboutCurrent;
  return (
    <Part title={say('password')}>
      <ErrorAlert error={aboutCurrent || aboutNew ? null : changing.error} />
      <form noValidate className={`${classes.fields} ${classes.narrow}`} onSubmit={submit}>
        <PasswordInput
          label={say('passwordCurrent')}
          autoComplete="current-password"
          value={values.current}
          onChange={(event) => setValues({ ...values, current: event.currentTarget.value })}
          error={fieldError(
            (asked && values.current === '' && say('passwordCurrentMissing')) || (aboutCurrent && refused?.message),
          )}
        />
        <PasswordField
          label={say('passwordNew')}
          description={say('passwordHint', { min: MIN_LENGTH })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={values.password}
          onChange={(password) => setValues({ ...values, password })}
          error={fieldError(
            (asked && short && say('passwordShort', { min: MIN_LENGTH })) || (aboutNew && refused?.message),
          )}
        />
        <div>
          <Button type="submit" variant="default" loading={changing.isPending}>
            {say('changePassword')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
