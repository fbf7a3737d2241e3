// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DrawerSection,
  ErrorAlert,
  fieldError,
  MIN_LENGTH,
  PasswordField,
  SideDrawer,
  TextInput,
  toasts,
} from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { addCustomer } from './api/addCustomer';
import { PlanField } from './PlanField';
import { useCustomersText } from './text';

/** What customers have where nobody says otherwise. */
const STANDARD = 'standard';

export default function NewCustomerDrawer({ onClose }: { onClose: () => void }) {
  const say = useCustomersText();
  const client = useQueryClient();
  const form = useId();
  const [asked, setAsked] = useState(false);
  const [values, setValues] = useState({ login: '', name: '', password: '', plan: STANDARD });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const short = values.password !== '' && [...values.password].length < MIN_LENGTH;
  const adding = useMutation({
    mutationFn: () => addCustomer({ ...values, password: values.password || null }),
    onSuccess: async (added) => {
      await client.invalidateQueries({ queryKey: ['customers'] });
      onClose();
      toasts.show({ text: say('added', { name: added.name }) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (values.login.trim() !== '' && values.name.trim() !== '' && !short) {
      adding.mutate();
    }
  };
  const text = (key: 'login' | 'name') => (
    <DrawerSection>
      <TextInput
        label={say(key)}
        description={say(`${key}Hint`)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={values[key]}
        onChange={(event) => set({ [key]: event.currentTarget.value })}
        autoComplete="off"
        error={fieldError(asked && values[key].trim() === '' && say(`${key}Missing`))}
      />
    </DrawerSection>
  );
  return (
    <SideDrawer
      title={say('newTitle')}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form={form} loading={adding.isPending}>
            {say('create')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <ErrorAlert error={adding.error} />
        {text('login')}
        {text('name')}
        <PlanField value={values.plan} onChange={(plan) => set({ plan })} />
        <DrawerSection>
          <PasswordField
            label={say('password')}
            description={say('passwordHint', { min: MIN_LENGTH })}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={values.password}
            onChange={(password) => set({ password })}
            error={fieldError(asked && short && say('passwordShort', { min: MIN_LENGTH }))}
          />
        </DrawerSection>
      </form>
    </SideDrawer>
  );
}
