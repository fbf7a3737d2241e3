// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@fumibako/kit';
import { type FormEvent, useState } from 'react';
import type { Mailbox } from '../../../jmap';
import { placesFor } from '../tree';
import classes from './Manage.module.css';
import { useManageText } from './text';
import type { Place } from './useFolders';

interface Props {
  readonly own: readonly Mailbox[];
  /** The one that is changed; without it a new one is made. */
  readonly folder?: Mailbox;
  /** Answers why it was not done. */
  readonly onSave: (place: Place) => Promise<string | undefined>;
  readonly onCancel?: () => void;
}

/** The name of a folder and the one that it is in. */
export function FolderForm({ own, folder, onSave, onCancel }: Props) {
  const say = useManageText();
  const [name, setName] = useState(folder?.name ?? '');
  const [parent, setParent] = useState(folder?.parentId ?? '');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const places = placesFor(own, folder).map(({ mailbox, depth }) => ({
    value: mailbox.id,
    label: `${'　'.repeat(depth)}${mailbox.name}`,
  }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const text = name.trim();
    if (text === '' || text.includes('/')) {
      setWrong(say('slash'));
      return;
    }
    // The next name can be typed while this one is on its way.
    setBusy(folder !== undefined);
    setName(folder ? text : '');
    const failure = await onSave({ name: text, parentId: parent || null });
    setBusy(false);
    setWrong(failure);
    if (failure !== undefined) {
      setName((now) => now || text);
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)} noValidate>
      <TextInput
        className={classes.name}
        label={say('name')}
        value={name}
        error={wrong}
        maxLength={100}
        data-autofocus={folder ? true : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={say('parent')}
        value={parent}
        data={[{ value: '', label: say('top') }, ...places]}
        onChange={(event) => setParent(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {say(folder ? 'save' : 'create')}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
