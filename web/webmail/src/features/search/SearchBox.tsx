// SPDX-License-Identifier: Apache-2.0
import { IconSearch, useNavigate, useSearch } from '@fumibako/kit';
import { type FormEvent, useEffect, useRef } from 'react';
import { useAppText } from '../../app/text';
import classes from './SearchBox.module.css';

/** The field in the middle of the header; `/` leads to it. */
export function SearchBox() {
  const say = useAppText();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const { q } = useSearch({ strict: false });
  useEffect(() => {
    if (field.current) {
      field.current.value = q ?? '';
    }
  }, [q]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text !== '') {
      void navigate({ to: '/$box', params: { box: 'search' }, search: { q: text } });
    }
  };
  return (
    <search className={classes.search}>
      <form onSubmit={submit}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          ref={field}
          id="fb-search"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={say('search')}
          aria-label={say('search')}
        />
        <kbd aria-hidden>/</kbd>
      </form>
    </search>
  );
}
