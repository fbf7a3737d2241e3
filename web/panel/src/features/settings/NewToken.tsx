// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, ErrorAlert, fieldError, TextInput } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { addToken } from './api/addToken';
import { Issued } from './Issued';
import { SCOPES, type Scope } from './scopes';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** Asks for a name and scopes, then shows the token, once. */
export function NewToken({ onDone }: { readonly onDone: () => void }) {
  const say = useSettingsText();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>([]);
  const [asked, setAsked] = useState(false);
  const adding = useMutation({
    mutationFn: () => addToken({ name: name.trim(), scopes }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() !== '' && scopes.length > 0) {
      adding.mutate();
    }
  };
  if (adding.data !== undefined) {
    return (
      <Issued
        title={say('tokenIssued', { name: adding.data.token.name })}
        secret={adding.data.secret}
        what={say('tokens')}
        hint={say('tokenIssuedHint')}
        done={say('tokenIssuedDone')}
        onDone={onDone}
      />
    );
  }
  return (
    <form noValidate onSubmit={submit} className={classes.box}>
      <ErrorAlert error={adding.error} />
      <TextInput
        label={say('appPasswordName')}
        description={say('tokenNameHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldError(asked && name.trim() === '' && say('appPasswordNameMissing'))}
      />
      <Checkbox.Group
        label={say('tokenScopes')}
        value={scopes}
        onChange={(value) => setScopes(value as Scope[])}
        error={fieldError(asked && scopes.length === 0 && say('scopeMissing'))}
      >
        <div className={classes.options}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={say(`scope-${scope}`)} />
          ))}
        </div>
      </Checkbox.Group>
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
