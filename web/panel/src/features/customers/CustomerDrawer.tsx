// SPDX-License-Identifier: Apache-2.0
import { Button, DrawerSection, ErrorAlert, fieldError, SideDrawer, Switch, TextInput, toasts } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { changeContract } from './api/changeContract';
import { PlanField } from './PlanField';
import { useCustomersText } from './text';
import type { Customer } from './usePlans';

/** The contract of one customer. */
export default function CustomerDrawer({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const say = useCustomersText();
  const client = useQueryClient();
  const form = useId();
  const { name, plan, suspended } = customer;
  const [values, setValues] = useState({ name, plan, suspended });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const saving = useMutation({
    // Only what is different: each of it is in the journal.
    mutationFn: () =>
      changeContract(customer.login, {
        name: values.name.trim() === name ? null : values.name,
        plan: values.plan === plan ? null : values.plan,
        suspended: values.suspended === suspended ? null : values.suspended,
      }),
    onSuccess: async (changed) => {
      await client.invalidateQueries({ queryKey: ['customers'] });
      onClose();
      toasts.show({ text: say('saved', { name: changed.name }) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (values.name.trim() !== '') {
      saving.mutate();
    }
  };
  return (
    <SideDrawer
      title={name}
      note={customer.login}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form={form} loading={saving.isPending}>
            {say('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <ErrorAlert error={saving.error} />
        <DrawerSection>
          <TextInput
            label={say('name')}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={fieldError(values.name.trim() === '' && say('nameMissing'))}
          />
        </DrawerSection>
        <PlanField value={values.plan} onChange={(next) => set({ plan: next })} />
        <DrawerSection>
          <Switch
            label={say('suspend')}
            description={say('suspendHint')}
            checked={values.suspended}
            onChange={(event) => set({ suspended: event.currentTarget.checked })}
          />
        </DrawerSection>
      </form>
    </SideDrawer>
  );
}
