// SPDX-License-Identifier: Apache-2.0
import { CloseButton, NativeSelect, TextInput } from '@fumibako/kit';
import type { ReactNode } from 'react';
import type { Condition } from './rule';
import classes from './rules.module.css';
import { useRulesText } from './text';

const SUBJECTS = ['from', 'to', 'subject', 'body', 'header'] as const;
const MATCHES = ['contains', 'is', 'begins', 'ends'] as const;

interface Props {
  readonly condition: Condition;
  readonly error: ReactNode;
  /** Whether it cannot be taken away. */
  readonly alone: boolean;
  readonly onChange: (condition: Condition | undefined) => void;
}

export function ConditionFields({ condition, error, alone, onChange }: Props) {
  const say = useRulesText();
  const set = (change: Partial<Condition>) => onChange({ ...condition, ...change });
  return (
    <fieldset className={classes.part}>
      <legend className={classes.unseen}>{say('condition')}</legend>
      <div className={classes.pair}>
        <NativeSelect
          aria-label={say('subjectLabel')}
          value={condition.subject}
          data={SUBJECTS.map((value) => ({ value, label: say(`subject-${value}`) }))}
          onChange={(event) =>
            set({
              subject: event.currentTarget.value as Condition['subject'],
              field: event.currentTarget.value === 'header' ? '' : null,
            })
          }
        />
        <NativeSelect
          aria-label={say('matchLabel')}
          value={condition.match}
          data={MATCHES.map((value) => ({ value, label: say(`match-${value}`) }))}
          onChange={(event) => set({ match: event.currentTarget.value as Condition['match'] })}
        />
        {!alone && <CloseButton aria-label={say('removeCondition')} onClick={() => onChange(undefined)} />}
      </div>
      {condition.subject === 'header' && (
        <TextInput
          label={say('field')}
          description={say('fieldHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={condition.field ?? ''}
          onChange={(event) => set({ field: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={say('text')}
        value={condition.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        error={error}
      />
    </fieldset>
  );
}
