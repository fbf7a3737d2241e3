// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Card,
  ErrorAlert,
  NativeSelect,
  SkeletonRows,
  Textarea,
  TextInput,
  toasts,
  useDraft,
} from '@fumibako/kit';
import { useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import type { Identity } from '../../jmap';
import { useStore } from '../../mail/context';
import { getIdentities } from '../compose/api/getIdentities';
import { saveIdentity } from './api/saveIdentity';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

const KEY = ['identities'] as const;

/** The name that others see, and what stands under a letter, for each address one has. */
export function SignatureCard() {
  const say = useSettingsText();
  const store = useStore();
  const identities = useQuery({ queryKey: KEY, queryFn: () => getIdentities(store), staleTime: 300_000 });
  const [chosen, setChosen] = useState<string>();
  const list = identities.data ?? [];
  const identity = list.find(({ id }) => id === chosen) ?? list[0];
  return (
    <Card title={say('signatures')} padded>
      {identities.error && <ErrorAlert error={identities.error} onRetry={() => void identities.refetch()} />}
      {identities.isPending && <SkeletonRows rows={3} />}
      <div className={classes.fields}>
        {list.length > 1 && (
          <NativeSelect
            label={say('address')}
            data={list.map(({ id, email }) => ({ value: id, label: email }))}
            value={identity?.id ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {identity && <Fields key={identity.id} identity={identity} />}
      </div>
    </Card>
  );
}

function Fields({ identity }: { identity: Identity }) {
  const say = useSettingsText();
  const store = useStore();
  const client = useQueryClient();
  const { name, textSignature } = identity;
  const { values, set, clear } = useDraft(`signature ${identity.id}`, { name, textSignature });
  const saving = useMutation({
    // What another program wrote as HTML would be shown instead of what was written here.
    mutationFn: () => saveIdentity(store, identity.id, { ...values, htmlSignature: '' }),
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
  return (
    <form className={classes.fields} onSubmit={submit}>
      {saving.error && <ErrorAlert error={saving.error} />}
      <TextInput
        label={say('name')}
        description={say('nameHint')}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={say('signature')}
        autosize
        minRows={4}
        value={values.textSignature}
        onChange={(event) => set({ textSignature: event.currentTarget.value })}
      />
      <Button type="submit" loading={saving.isPending}>
        {say('save')}
      </Button>
    </form>
  );
}
