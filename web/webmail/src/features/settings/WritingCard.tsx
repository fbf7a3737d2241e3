// SPDX-License-Identifier: Apache-2.0
import { Card } from '@fumibako/kit';
import { changePrefs, type Prefs, usePrefs } from '../../app/prefs';
import { Choice } from './Choice';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

const SECONDS: readonly Prefs['undoSeconds'][] = [0, 5, 10, 20, 30];

/** How one begins to write, and how long sending can be taken back. */
export function WritingCard() {
  const say = useSettingsText();
  const { compose, undoSeconds } = usePrefs();
  return (
    <Card title={say('writing')} note={say('here')} padded>
      <div className={classes.fields}>
        <Choice
          label={say('format')}
          data={[
            { value: 'rich', label: say('rich') },
            { value: 'plain', label: say('plain') },
          ]}
          value={compose}
          onChange={(value) => changePrefs({ compose: value === 'plain' ? 'plain' : 'rich' })}
        />
        <Choice
          label={say('undo')}
          data={SECONDS.map((each) => ({
            value: String(each),
            label: each === 0 ? say('never') : say('seconds', { number: each }),
          }))}
          value={String(undoSeconds)}
          onChange={(value) => changePrefs({ undoSeconds: SECONDS.find((each) => String(each) === value) ?? 10 })}
        />
      </div>
    </Card>
  );
}
