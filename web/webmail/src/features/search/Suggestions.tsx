// SPDX-License-Identifier: Apache-2.0
import { IconFilter, IconHistory, IconUser } from '@fumibako/kit';
import { useEffect } from 'react';
import classes from './SearchBox.module.css';
import { useSearchText } from './text';
import { type Suggestion, useSuggestions } from './useSuggestions';

const ICONS = { recent: IconHistory, person: IconUser, operator: IconFilter } as const;

interface Props {
  readonly text: string;
  /** Which one the keyboard is on; -1 for none. */
  readonly at: number;
  readonly onChoices: (choices: readonly Suggestion[]) => void;
  readonly onChoose: (choice: Suggestion) => void;
}

/** What could be meant, below the search field. */
export default function Suggestions({ text, at, onChoices, onChoose }: Props) {
  const say = useSearchText();
  const choices = useSuggestions(text);
  const known = choices.map((choice) => choice.text).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again when they differ
  useEffect(() => onChoices(choices), [known, onChoices]);
  if (choices.length === 0) {
    return null;
  }
  return (
    <div className={classes.suggestions} role="listbox" id="fb-suggestions" aria-label={say('suggestions')}>
      {choices.map((choice, index) => {
        const Icon = ICONS[choice.kind];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which has the focus
          <div
            key={`${choice.kind} ${choice.text}`}
            role="option"
            id={`fb-suggestion-${index}`}
            aria-selected={index === at}
            tabIndex={-1}
            className={classes.suggestion}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            <span>{choice.text}</span>
            <span className={classes.note}>{choice.note}</span>
          </div>
        );
      })}
    </div>
  );
}
