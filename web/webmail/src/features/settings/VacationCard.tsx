// SPDX-License-Identifier: Apache-2.0
import { Button, Card, ErrorAlert, SkeletonRows, Switch, Textarea, TextInput, toasts, useDraft } from '@fumibako/kit';
import { useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import type { FormEvent } from 'react';
import { useStore } from '../../mail/context';
import { getVacation, type Vacation } from './api/getVacation';
import { saveVacation } from './api/saveVacation';
import { localOf, utcOf } from './moments';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

const KEY = ['vacation'] as const;

/** The automatic reply, with a period. */
export function VacationCard() {
  const say = useSettingsText();
  const store = useStore();
  const vacation = useQuery({ queryKey: KEY, queryFn: () => getVacation(store) });
  return (
    <Card title={say('vacation')} padded>
      {vacation.error && <ErrorAlert error={vacation.error} onRetry={() => void vacation.refetch()} />}
      {vacation.isPending && <SkeletonRows rows={3} />}
      {vacation.data && <Fields saved={vacation.data} />}
    </Card>
  );
}

function Fields({ saved }: { saved: Vacation }) {
  const say = useSettingsText();
  const store = useStore();
  const client = useQueryClient();
  const { isEnabled, fromDate, toDate, subject, textBody } = saved;
  const { values, set, clear } = useDraft('vacation', { isEnabled, fromDate, toDate, subject, textBody });
  const saving = useMutation({
    mutationFn: () => saveVacation(store, values),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      clear();
      toasts.show({ text: say('saved') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const moment = (name: 'fromDate' | 'toDate', label: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      value={localOf(values[name])}
      onChange={(event) => set({ [name]: utcOf(event.currentTarget.value) })}
    />
  );
  return (
    <form className={classes.fields} onSubmit={submit}>
      {saving.error && <ErrorAlert error={saving.error} />}
      <Switch
        label={say('vacationOn')}
        checked={values.isEnabled}
        onChange={(event) => set({ isEnabled: event.currentTarget.checked })}
      />
      <div className={classes.dates}>
        {moment('fromDate', say('from'))}
        {moment('toDate', say('until'))}
      </div>
      <TextInput
        label={say('subject')}
        description={say('subjectHint')}
        value={values.subject ?? ''}
        onChange={(event) => set({ subject: event.currentTarget.value || null })}
      />
      <Textarea
        label={say('text')}
        autosize
        minRows={4}
        value={values.textBody ?? ''}
        onChange={(event) => set({ textBody: event.currentTarget.value || null })}
      />
      <Button type="submit" loading={saving.isPending}>
        {say('save')}
      </Button>
    </form>
  );
}
