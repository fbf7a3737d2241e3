// SPDX-License-Identifier: Apache-2.0
import { Button, Card, ErrorAlert, NativeSelect, Textarea, TextInput, useFormats } from '@fumibako/kit';
import { useMutation, useQuery } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { listRuleMessages } from './api/listRuleMessages';
import { tryRules } from './api/tryRules';
import type { Rule, Verdict, Whose } from './rule';
import classes from './rules.module.css';
import { useRulesText } from './text';

const EMPTY = { from: '', subject: '', body: '' };

interface Props {
  readonly whose: Whose;
  readonly rules: readonly Rule[];
  readonly onTried: (verdicts: readonly Verdict[]) => void;
}

/** どのルールに当たる? On one of the newest messages, or on one that somebody thinks of. */
export function TryCard({ whose, rules, onTried }: Props) {
  const say = useRulesText();
  const formats = useFormats();
  const { address } = whose;
  const [message, setMessage] = useState('');
  const [typed, setTyped] = useState(EMPTY);
  const messages = useQuery({
    queryKey: ['rule-messages', address ?? ''],
    queryFn: () => listRuleMessages(address ?? ''),
    enabled: address !== undefined,
  });
  const trying = useMutation({
    mutationFn: () => tryRules(whose, { rules: [...rules], ...(message === '' ? typed : { message }) }),
    onSuccess: (tried) => onTried(tried.rules.map((rule) => rule.verdict)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trying.mutate();
  };
  const taken = trying.data?.rules.filter((rule) => rule.verdict === 'takes').length;
  const field = (name: keyof typeof EMPTY) => ({
    label: say(`try-${name}`),
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <Card title={say('tryTitle')} padded>
      <p className={classes.explain}>{say('tryHint')}</p>
      <ErrorAlert error={trying.error} />
      <form noValidate className={classes.try} onSubmit={submit}>
        {address !== undefined && (
          <NativeSelect
            label={say('tryMessage')}
            value={message}
            data={[
              { value: '', label: say('tryTyped') },
              ...(messages.data?.items ?? []).map((one) => ({
                value: one.id,
                label: `${formats.shortTime(one.received)} ${one.subject} – ${one.from}`,
              })),
            ]}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
        )}
        {message === '' && (
          <>
            <TextInput {...field('from')} />
            <TextInput {...field('subject')} />
            <Textarea {...field('body')} autosize minRows={2} maxRows={6} />
          </>
        )}
        <div className={classes.foot}>
          <Button type="submit" variant="default" loading={trying.isPending}>
            {say('tryNow')}
          </Button>
          <span role="status" className={classes.explain}>
            {taken !== undefined && say(taken === 0 ? 'triedNone' : 'tried', { count: taken })}
          </span>
        </div>
      </form>
    </Card>
  );
}
