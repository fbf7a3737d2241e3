// SPDX-License-Identifier: Apache-2.0
import { Card, Preferences, Switch } from '@fumibako/kit';
import { changePrefs, usePrefs } from '../../app/prefs';
import { Choice } from './Choice';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

/** Language, light or dark, how close lines are, and keys. */
export function LookCard() {
  const say = useSettingsText();
  const { density, threads, keys } = usePrefs();
  return (
    <Card title={say('look')} note={say('here')} padded>
      <div className={classes.fields}>
        <Preferences />
        <Choice
          label={say('density')}
          data={[
            { value: 'comfortable', label: say('comfortable') },
            { value: 'compact', label: say('compact') },
          ]}
          value={density}
          onChange={(value) => changePrefs({ density: value === 'compact' ? 'compact' : 'comfortable' })}
        />
        <Switch
          label={say('threads')}
          checked={threads}
          onChange={(event) => changePrefs({ threads: event.currentTarget.checked })}
        />
        <Switch
          label={say('keys')}
          checked={keys}
          onChange={(event) => changePrefs({ keys: event.currentTarget.checked })}
        />
      </div>
    </Card>
  );
}
