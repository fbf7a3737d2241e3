// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, ErrorAlert, fieldError, Group, Radio, TextInput } from '@fumibako/kit';
import { Problem, useMutation, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { addAppPassword } from './api/addAppPassword';
import { Issued } from './Issued';
import classes from './settings.module.css';
import { useSettingsText } from './text';
import { USES, type Use, useUses } from './uses';

type Kind = 'all' | 'receive' | 'chosen';

interface Props {
  readonly address: string;
  readonly onDone: () => void;
}

/** Asks for a name and a use, then shows the password, once. */
export default function NewAppPassword({ address, onDone }: Props) {
  const say = useSettingsText();
  const client = useQueryClient();
  const words = useUses();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [chosen, setChosen] = useState<Use[]>(['imap', 'smtp']);
  const [asked, setAsked] = useState(false);
  const adding = useMutation({
    mutationFn: () =>
      addAppPassword(address, {
        name: name.trim(),
        uses: kind === 'all' ? [...USES] : kind === 'receive' ? ['imap', 'pop3'] : chosen,
        mayDelete: kind !== 'receive',
      }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['app-passwords', address] }),
  });
  const refused = adding.error instanceof Problem && adding.error.code.startsWith('app-password') ? adding.error : null;
  const noUse = kind === 'chosen' && chosen.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() !== '' && !noUse) {
      adding.mutate();
    }
  };
  if (adding.data !== undefined) {
    return (
      <Issued
        title={say('issued', { name: adding.data.appPassword.name })}
        secret={adding.data.password}
        what={say('appPassword')}
        hint={say('issuedHint')}
        done={say('issuedDone')}
        onDone={onDone}
      />
    );
  }
  return (
    <form noValidate onSubmit={submit} className={classes.box}>
      <ErrorAlert error={refused === null ? adding.error : null} />
      <TextInput
        label={say('appPasswordName')}
        description={say('appPasswordNameHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldError((asked && name.trim() === '' && say('appPasswordNameMissing')) || refused?.message)}
      />
      <Radio.Group label={say('appPasswordUse')} value={kind} onChange={(value) => setKind(value as Kind)}>
        <div className={classes.options}>
          <Radio value="all" label={say('useAll')} description={words(USES)} />
          <Radio value="receive" label={say('useReceive')} description={say('useReceiveHint')} />
          <Radio value="chosen" label={say('useChosen')} />
        </div>
      </Radio.Group>
      {kind === 'chosen' && (
        <Checkbox.Group
          aria-label={say('useChosen')}
          value={chosen}
          onChange={(value) => setChosen(value as Use[])}
          error={fieldError(asked && noUse && say('useMissing'))}
        >
          <Group gap={16} pl={28}>
            {USES.map((use) => (
              <Checkbox key={use} value={use} label={words([use])} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <div className={classes.foot}>
        <Button type="submit" loading={adding.isPending}>
          {say('create')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
