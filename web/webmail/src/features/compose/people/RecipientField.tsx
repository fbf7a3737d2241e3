// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useId, useRef, useState } from 'react';
import type { Address } from '../../../jmap';
import { written } from '../../../mail/people';
import { distinct, isAddress, readAddresses } from '../addresses';
import { useComposeText } from '../text';
import { type Book, type Person, suggestions } from './book';
import { Chips } from './Chips';
import classes from './Recipients.module.css';
import { Suggestions } from './Suggestions';

interface Props {
  readonly label: string;
  readonly value: readonly Address[];
  readonly onChange: (value: readonly Address[]) => void;
  readonly book: Book | undefined;
  readonly error?: string | undefined;
  readonly aside?: ReactNode;
  readonly autoFocus?: boolean;
}

const DONE = new Set(['Enter', ',', ';', '、', '，']);

/** Recipients as chips, with completion; whole lists may be pasted. What is no address stays as a chip that says so. */
export function RecipientField({ label, value, onChange, book, error, aside, autoFocus }: Props) {
  const say = useComposeText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const found = book && !closed ? suggestions(book, typed).filter((each) => !has(value, each.email)) : [];

  const add = (text: string, person?: Person) => {
    const read = person ? { addresses: [person], wrong: [] } : readAddresses(text);
    const wrong = read.wrong.map((email) => ({ name: null, email }));
    const plain = read.addresses.map(({ name, email }) => ({ name, email }));
    if (plain.length + wrong.length > 0) {
      onChange([...value, ...distinct([...plain, ...wrong], value)]);
    }
    setTyped('');
    setChosen(0);
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) {
      return;
    }
    const suggestion = found[chosen];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      add(typed);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && suggestion && !isAddress(typed.trim())) {
      event.preventDefault();
      add('', suggestion);
    } else if (DONE.has(event.key) && (typed.trim() !== '' || event.key === 'Enter')) {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      event.preventDefault();
      onChange(value.slice(0, -1));
    } else if (event.key === 'Escape' && found.length > 0) {
      event.stopPropagation();
      setClosed(true);
    }
  };

  const edit = (address: Address) => {
    onChange(value.filter((each) => each !== address));
    setTyped(written(address));
    setClosed(true);
    input.current?.focus();
  };
  const open = found.length > 0;
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the input is meant for it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input itself is reached by Tab */}
      <div className={classes.box} onClick={(event) => event.target === event.currentTarget && input.current?.focus()}>
        <Chips
          value={value}
          book={book}
          onEdit={edit}
          onRemove={(one) => onChange(value.filter((each) => each !== one))}
        />
        <input
          ref={input}
          id={id}
          className={classes.input}
          // biome-ignore lint/a11y/noAutofocus: a new letter begins with its recipient
          autoFocus={autoFocus}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open ? `${id}-${chosen}` : undefined}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error !== undefined ? `${id}-error` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          inputMode="email"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
            setClosed(false);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => typed.trim() !== '' && add(typed)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (/[,;、，；\n@]/.test(text)) {
              event.preventDefault();
              add(`${typed}${text}`);
            }
          }}
        />
        <Suggestions
          id={id}
          label={say('suggestions')}
          found={found}
          chosen={chosen}
          onChoose={(one) => add('', one)}
        />
      </div>
      {aside}
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function has(value: readonly Address[], email: string): boolean {
  return value.some((each) => each.email.toLowerCase() === email.toLowerCase());
}
