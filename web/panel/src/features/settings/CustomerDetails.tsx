// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, SkeletonRows, TextInput } from '@fumibako/kit';
import { useMutation, useQuery } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { changeCustomer } from './api/changeCustomer';
import { getCustomer } from './api/getCustomer';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';
import { useRenewSession } from './useRenewSession';

/** A customer's own name; login and plan are the operator's to change. */
export function CustomerDetails() {
  const say = useSettingsText();
  const done = useUndoToast();
  const renew = useRenewSession();
  const [name, setName] = useState<string>();
  const customer = useQuery({ queryKey: ['customer'], queryFn: getCustomer });
  const saving = useMutation({
    mutationFn: (next: string) => changeCustomer(next),
    onSuccess: async ({ undo }) => {
      setName(undefined);
      await renew();
      done(say('customerSaved'), undo);
    },
  });
  const view = customer.data;
  const typed = name ?? view?.name ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(typed.trim());
  };
  return (
    <Part title={say('customer')}>
      <ErrorAlert error={customer.error ?? saving.error} />
      {view === undefined ? (
        !customer.error && <SkeletonRows rows={2} />
      ) : (
        <form noValidate className={`${classes.fields} ${classes.narrow}`} onSubmit={submit}>
          <TextInput
            label={say('customerName')}
            autoComplete="organization"
            value={typed}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <p className={classes.hint}>{say('customerFacts', { login: view.login, plan: view.plan })}</p>
          <div>
            <Button
              type="submit"
              variant="default"
              disabled={typed.trim() === '' || typed.trim() === view.name}
              loading={saving.isPending}
            >
              {say('save')}
            </Button>
          </div>
        </form>
      )}
    </Part>
  );
}
