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
  useDraft,
} from '@fumibako/kit';
import { Problem, useMutation } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { localPartFits, QUOTA, quotaFits } from './account';
import classes from './accounts.module.css';
import { addAccount } from './api/addAccount';
import { QuotaField } from './QuotaField';
import { useAccountsText } from './text';

const EMPTY = { localPart: '', password: '', name: '', quota: QUOTA.standard as number };

/** The drawer of an account that is not there yet. */
export default function NewAccountDrawer({ domain, onClose }: { domain: string; onClose: () => void }) {
  const say = useAccountsText();
  const form = useId();
  const done = useUndoToast();
  const [asked, setAsked] = useState(false);
  const { values, set, clear } = useDraft(`new account ${domain}`, EMPTY);
  const localPart = values.localPart.trim();
  const adding = useMutation({
    mutationFn: () =>
      addAccount(domain, { localPart, name: values.name, quotaMegabytes: values.quota, password: values.password }),
    onSuccess: ({ account, undo }) => {
      clear();
      onClose();
      done(say('added', { address: account.address }), undo);
    },
  });
  const refused = adding.error instanceof Problem ? adding.error : undefined;
  const faults = {
    localPart: localPart === '' ? say('localPartMissing') : localPartFits(localPart) ? null : say('localPartWrong'),
    password:
      values.password === ''
        ? say('passwordMissing')
        : [...values.password].length < MIN_LENGTH
          ? say('passwordShort', { min: MIN_LENGTH })
          : null,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!faults.localPart && !faults.password && quotaFits(values.quota)) {
      adding.mutate();
    }
  };
  /** Under the field that the server named. */
  const fault = (name: 'localPart' | 'password') =>
    fieldError((asked && faults[name]) || (refused?.field === name && refused.message));

  return (
    <SideDrawer
      title={say('newTitle')}
      note={domain}
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
        <ErrorAlert error={refused?.field === 'localPart' || refused?.field === 'password' ? null : adding.error} />
        <DrawerSection>
          <div className={classes.newAddress}>
            <TextInput
              label={say('localPart')}
              description={say('localPartHint')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              value={values.localPart}
              onChange={(event) => set({ localPart: event.currentTarget.value })}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              error={fault('localPart')}
            />
            <span className={classes.at}>@{domain}</span>
          </div>
        </DrawerSection>
        <DrawerSection>
          <PasswordField
            label={say('password')}
            description={say('passwordHintNew', { min: MIN_LENGTH })}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={values.password}
            onChange={(password) => set({ password })}
            error={fault('password')}
          />
        </DrawerSection>
        <QuotaField value={values.quota} asked={asked} onChange={(quota) => set({ quota })} />
        <DrawerSection>
          <TextInput
            label={say('memo')}
            description={say('memoHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </DrawerSection>
      </form>
    </SideDrawer>
  );
}
