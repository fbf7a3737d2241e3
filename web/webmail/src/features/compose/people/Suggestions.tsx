// SPDX-License-Identifier: Apache-2.0
import type { Person } from './book';
import classes from './Recipients.module.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly found: readonly Person[];
  readonly chosen: number;
  readonly onChoose: (person: Person) => void;
}

/** Whom one may have meant; the keys stay with the field. */
export function Suggestions({ id, label, found, chosen, onChoose }: Props) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className={classes.list} hidden={found.length === 0}>
      {found.map((person, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
        <div
          key={person.email}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          className={classes.option}
          // The field would lose the focus, and take what is typed for an address, before the press is one.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          {person.name && <b>{person.name}</b>}
          <span>{person.email}</span>
        </div>
      ))}
    </div>
  );
}
