// SPDX-License-Identifier: Apache-2.0
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useKitText } from '../i18n/kit';
import classes from './SearchField.module.css';

/** After so long without a key the search is made, in ms. */
const PAUSE = 250;

interface Props {
  readonly label: string;
  /** What is searched for now, as the address bar has it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows the list below it while one types. */
export function SearchField({ label, value, onChange }: Props) {
  const say = useKitText();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (next: string, pause: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), pause);
  };
  return (
    <TextInput
      type="search"
      className={classes.field}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => type(event.currentTarget.value, PAUSE)}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label={say('clear')} onClick={() => type('', 0)} />}
    />
  );
}
