// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Checkbox, ChoiceCards, ErrorAlert, Radio, useDraft } from '@fumibako/kit';
import { type components, useMutation } from '@fumibako/kit/api';
import type { FormEvent } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { setFilter } from './api/setFilter';
import classes from './filter.module.css';
import { useFilterText } from './text';

type Filter = components['schemas']['FilterView'];
type Values = components['schemas']['FilterEdit'];

const LEVELS = ['off', 'lenient', 'standard', 'strict', 'strictest'] as const;
const ACTIONS = ['keep', 'junk', 'trash', 'delete'] as const;

/** How strict the filter is and what becomes of spam. */
export function FilterForm({ domain, filter }: { domain: string; filter: Filter }) {
  const say = useFilterText();
  const done = useUndoToast();
  const { level, action, tag, greylist, tarpit } = filter;
  const { values, set, dirty, clear } = useDraft<Values>(`filter ${domain}`, {
    level,
    action,
    tag,
    greylist,
    tarpit,
  });
  const saving = useMutation({
    mutationFn: () => setFilter(domain, values),
    onSuccess: ({ undo }) => {
      clear();
      done(say('saved', { domain }), undo);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Card title={say('card')} padded>
      <ErrorAlert error={saving.error} />
      <form noValidate className={classes.form} onSubmit={submit}>
        <p className={classes.explain}>{say('explain')}</p>
        <ChoiceCards
          label={say('level')}
          value={values.level}
          onChange={(next) => set({ level: next })}
          choices={LEVELS.map((one) => ({ value: one, title: say(`level-${one}`), text: say(`hint-${one}`) }))}
        />
        <Radio.Group
          label={say('action')}
          value={values.action}
          onChange={(next) => set({ action: next as Values['action'] })}
        >
          <div className={classes.options}>
            {ACTIONS.map((one) => (
              <Radio key={one} value={one} label={say(`action-${one}`)} description={say(`action-hint-${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <Checkbox
          label={say('tag')}
          description={say('tagHint')}
          checked={values.tag}
          onChange={(event) => set({ tag: event.currentTarget.checked })}
        />
        <fieldset className={classes.delays}>
          <legend>{say('delays')}</legend>
          <Checkbox
            label={say('greylist')}
            description={say('greylistHint')}
            checked={values.greylist ?? false}
            onChange={(event) => set({ greylist: event.currentTarget.checked })}
          />
          <Checkbox
            label={say('tarpit')}
            description={say('tarpitHint')}
            checked={values.tarpit ?? false}
            onChange={(event) => set({ tarpit: event.currentTarget.checked })}
          />
        </fieldset>
        <div className={classes.foot}>
          <Button type="submit" disabled={!dirty} loading={saving.isPending}>
            {say('save')}
          </Button>
          {dirty && (
            <Button variant="default" onClick={clear}>
              {say('cancel')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
