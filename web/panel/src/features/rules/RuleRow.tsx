// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, IconChevronDown, IconChevronUp, IconGripVertical, StateChip, Switch } from '@fumibako/kit';
import type { Rule, Verdict } from './rule';
import classes from './rules.module.css';
import { useSentence } from './sentence';
import { useRulesText } from './text';

interface Props {
  readonly rule: Rule;
  readonly place: number;
  readonly last: boolean;
  readonly verdict: Verdict | undefined;
  readonly dragged: boolean;
  readonly onDrag: (place: number | undefined) => void;
  readonly onDrop: () => void;
  readonly onMove: (to: number) => void;
  readonly onOpen: () => void;
  readonly onToggle: (on: boolean) => void;
}

/** A rule in the list: dragged with the pointer, moved with the arrows by keyboard. */
export function RuleRow({ rule, place, last, verdict, dragged, onDrag, onDrop, onMove, onOpen, onToggle }: Props) {
  const say = useRulesText();
  const { when, what } = useSentence()(rule);
  const name = rule.name || say('unnamed', { place: place + 1 });
  return (
    <li
      className={classes.rule}
      data-off={!rule.on || undefined}
      data-dragged={dragged || undefined}
      draggable
      onDragStart={() => onDrag(place)}
      onDragEnd={() => onDrag(undefined)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <span className={classes.grip} aria-hidden>
        <IconGripVertical size={16} stroke={1.75} />
        {place + 1}
      </span>
      <div className={classes.words}>
        <b>{name}</b>
        <span>{say('sentence', { when, what })}</span>
        <span className={classes.notes}>
          {rule.stop && <span>{say('stops')}</span>}
          {verdict === 'takes' && <StateChip state="ok">{say('verdict-takes')}</StateChip>}
          {verdict === 'passes' && <StateChip state="off">{say('verdict-passes')}</StateChip>}
          {verdict === 'not-reached' && <StateChip state="off">{say('verdict-not-reached')}</StateChip>}
        </span>
      </div>
      <div className={classes.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={place === 0}
          aria-label={say('up', { name })}
          onClick={() => onMove(place - 1)}
        >
          <IconChevronUp size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={last}
          aria-label={say('down', { name })}
          onClick={() => onMove(place + 1)}
        >
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        <Switch
          aria-label={say('useRule', { name })}
          checked={rule.on}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        <Button size="compact-sm" h={28} variant="default" aria-label={say('changeOf', { name })} onClick={onOpen}>
          {say('change')}
        </Button>
      </div>
    </li>
  );
}
