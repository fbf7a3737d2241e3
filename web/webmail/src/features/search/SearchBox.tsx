// SPDX-License-Identifier: Apache-2.0
import { IconSearch, useNavigate, useSearch } from '@fumibako/kit';
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useEffect, useState } from 'react';
import { useAppText } from '../../app/text';
import { rememberSearch } from './recent';
import classes from './SearchBox.module.css';
import type { Suggestion } from './useSuggestions';

const Suggestions = lazy(() => import('./Suggestions'));

/** The field in the middle of the header; `/` leads to it. */
export function SearchBox() {
  const say = useAppText();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false });
  const [text, setText] = useState(q);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [choices, setChoices] = useState<readonly Suggestion[]>([]);
  useEffect(() => setText(q), [q]);

  const go = (wanted: string) => {
    const trimmed = wanted.trim();
    setOpen(false);
    if (trimmed !== '') {
      rememberSearch(trimmed);
      void navigate({ to: '/$box', params: { box: 'search' }, search: { q: trimmed } });
    }
  };
  const choose = (choice: Suggestion) => {
    setText(choice.text);
    setAt(-1);
    if (choice.whole) {
      go(choice.text);
    } else {
      document.getElementById('fb-search')?.focus();
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && choices.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((before) => Math.min(Math.max(-1, before + by), choices.length - 1));
    } else if (event.key === 'Escape') {
      setOpen(false);
      event.currentTarget instanceof HTMLElement && event.currentTarget.blur();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const choice = open ? choices[at] : undefined;
    if (choice) {
      choose(choice);
    } else {
      go(text);
    }
  };
  return (
    <search className={classes.search}>
      <form onSubmit={submit} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          id="fb-search"
          type="search"
          role="combobox"
          aria-expanded={open && choices.length > 0}
          aria-controls="fb-suggestions"
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `fb-suggestion-${at}` : undefined}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={say('search')}
          aria-label={say('search')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKey}
        />
        <kbd aria-hidden>/</kbd>
        <Suspense fallback={null}>
          {open && <Suggestions text={text} at={at} onChoices={setChoices} onChoose={choose} />}
        </Suspense>
      </form>
    </search>
  );
}
