// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DrawerSection,
  fieldError,
  IconPlus,
  IconTrash,
  Radio,
  SideDrawer,
  Switch,
  TextInput,
} from '@fumibako/kit';
import { type FormEvent, useId, useState } from 'react';
import { ActionFields } from './ActionFields';
import { ConditionFields } from './ConditionFields';
import { isWhole, isWholeAction, NEW_RULE, type Rule, type Whose } from './rule';
import classes from './rules.module.css';
import { useRulesText } from './text';

interface Props {
  readonly whose: Whose;
  readonly rule: Rule;
  readonly fresh: boolean;
  readonly saving: boolean;
  readonly onClose: () => void;
  readonly onSave: (rule: Rule) => void;
  readonly onDelete: () => void;
}

/** One rule: when, what, and whether the walk ends here. */
export default function RuleDrawer({ whose, rule: saved, fresh, saving, onClose, onSave, onDelete }: Props) {
  const say = useRulesText();
  const form = useId();
  const [rule, setRule] = useState(saved);
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Rule>) => setRule({ ...rule, ...change });
  const put = <T,>(list: readonly T[], at: number, item: T | undefined): T[] =>
    item === undefined
      ? list.filter((_, place) => place !== at)
      : list.map((old, place) => (place === at ? item : old));
  const whole = rule.conditions.every(isWhole) && rule.actions.every(isWholeAction);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (whole) {
      onSave(rule);
    }
  };
  const missing = (fine: boolean) => fieldError(asked && !fine && say('missing'));

  return (
    <SideDrawer
      title={say(fresh ? 'newRule' : 'changeRule')}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form={form} loading={saving}>
            {say('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <span className={classes.spacer} />
          {!fresh && (
            <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
              {say('delete')}
            </Button>
          )}
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <DrawerSection>
          <TextInput
            label={say('name')}
            description={say('nameHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={rule.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </DrawerSection>
        <DrawerSection title={say('conditions')}>
          {rule.conditions.map((condition, at) => (
            <ConditionFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
              key={at}
              condition={condition}
              error={missing(isWhole(condition))}
              alone={rule.conditions.length === 1}
              onChange={(next) => set({ conditions: put(rule.conditions, at, next) })}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set({ conditions: [...rule.conditions, ...NEW_RULE.conditions] })}
          >
            {say('addCondition')}
          </Button>
          {rule.conditions.length > 1 && (
            <Radio.Group
              mt={8}
              label={say('allOrAny')}
              value={rule.all ? 'all' : 'any'}
              onChange={(value) => set({ all: value === 'all' })}
            >
              <div className={classes.options}>
                <Radio value="all" label={say('all')} />
                <Radio value="any" label={say('any')} />
              </div>
            </Radio.Group>
          )}
        </DrawerSection>
        <DrawerSection title={say('actions')}>
          {rule.actions.map((action, at) => (
            <ActionFields
              // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place
              key={at}
              whose={whose}
              action={action}
              error={missing(isWholeAction(action))}
              alone={rule.actions.length === 1}
              onChange={(next) => set({ actions: put(rule.actions, at, next) })}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set({ actions: [...rule.actions, { what: 'mark-read', mailbox: null, address: null }] })}
          >
            {say('addAction')}
          </Button>
        </DrawerSection>
        <DrawerSection>
          <Switch
            label={say('stop')}
            description={say('stopHint')}
            checked={rule.stop}
            onChange={(event) => set({ stop: event.currentTarget.checked })}
          />
        </DrawerSection>
      </form>
    </SideDrawer>
  );
}
