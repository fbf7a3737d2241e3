// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@fumibako/kit';
import type { EditorHandle } from '@fumibako/kit/editor';
import { type KeyboardEvent, useState } from 'react';
import classes from './Toolbar.module.css';
import { useComposeText } from './text';

/** Where a link leads. */
export function LinkRow({ editor, onDone }: { editor: EditorHandle; onDone: () => void }) {
  const say = useComposeText();
  const [href, setHref] = useState('');
  const [wrong, setWrong] = useState(false);
  const done = () => {
    onDone();
    editor.focus();
  };
  const set = () => {
    const text = href.trim();
    const whole = /^[a-z]+:/i.test(text) ? text : text.includes('@') ? `mailto:${text}` : `https://${text}`;
    if (text === '' || !/^(https?|mailto|tel):\S+$/i.test(whole)) {
      setWrong(true);
    } else {
      editor.link(whole);
      done();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      set();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      done();
    }
  };
  return (
    <div className={classes.link}>
      <TextInput
        aria-label={say('linkTo')}
        autoFocus
        value={href}
        error={wrong ? say('linkWrong') : undefined}
        onChange={(event) => setHref(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="xs" onClick={set}>
        {say('setLink')}
      </Button>
      {editor.active('link') && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            editor.link(undefined);
            done();
          }}
        >
          {say('unlink')}
        </Button>
      )}
    </div>
  );
}
