// SPDX-License-Identifier: Apache-2.0
import { Radio } from '@mantine/core';
import classes from './ChoiceCards.module.css';

interface Choice<V extends string> {
  readonly value: V;
  readonly title: string;
  /** How the protocol says it. */
  readonly code?: string;
  readonly text: string;
}

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

/** A few ways, of which one is chosen, each with a sentence on what it does. */
export function ChoiceCards<V extends string>({ label, value, choices, onChange }: Props<V>) {
  return (
    <Radio.Group aria-label={label} value={value} onChange={(next) => onChange(next as V)}>
      <div className={classes.cards}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={classes.card}
            wrapperProps={{ 'data-chosen': choice.value === value || undefined }}
            label={
              <>
                <b>{choice.title}</b> {choice.code && <code className="fb-mono">{choice.code}</code>}
              </>
            }
            description={choice.text}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
