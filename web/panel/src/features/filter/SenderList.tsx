// SPDX-License-Identifier: Apache-2.0
import { Button, Card, CloseButton, EmptyState, fieldError, TextInput } from '@fumibako/kit';
import { Problem, useMutation } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { addSender } from './api/addSender';
import { deleteSender } from './api/deleteSender';
import classes from './filter.module.css';
import { useFilterText } from './text';

interface Props {
  readonly domain: string;
  readonly list: 'allowed' | 'blocked';
  readonly senders: readonly string[];
}

/** ホワイトリスト or ブラックリスト: each change counts at once. */
export function SenderList({ domain, list, senders }: Props) {
  const say = useFilterText();
  const done = useUndoToast();
  const [pattern, setPattern] = useState('');
  const adding = useMutation({
    mutationFn: () => addSender(domain, list, pattern.trim()),
    onSuccess: ({ undo }) => {
      setPattern('');
      done(say('added', { pattern: pattern.trim() }), undo);
    },
  });
  const removing = useMutation({
    mutationFn: (sender: string) => deleteSender(domain, list, sender),
    onSuccess: ({ undo }, sender) => done(say('removed', { pattern: sender }), undo),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pattern.trim() !== '') {
      adding.mutate();
    }
  };
  return (
    <Card title={say(list)} padded>
      <p className={classes.explain}>{say(`explain-${list}`)}</p>
      <form noValidate className={classes.line} onSubmit={submit}>
        <TextInput
          label={say('pattern')}
          description={say('patternHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoCapitalize="none"
          spellCheck={false}
          value={pattern}
          onChange={(event) => setPattern(event.currentTarget.value)}
          error={fieldError(adding.error instanceof Problem && adding.error.message)}
        />
        <Button type="submit" variant="default" mt={25} loading={adding.isPending}>
          {say('add')}
        </Button>
      </form>
      {senders.length === 0 && <EmptyState text={say(`empty-${list}`)} />}
      <ul className={classes.senders} aria-label={say(list)}>
        {senders.map((sender) => (
          <li key={sender}>
            <span>{sender}</span>
            <CloseButton
              size="sm"
              aria-label={say('remove', { pattern: sender })}
              disabled={removing.isPending}
              onClick={() => removing.mutate(sender)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
