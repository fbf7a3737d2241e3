// SPDX-License-Identifier: Apache-2.0
import { Button, type Column, useFormats } from '@fumibako/kit';
import { type components, useMutation } from '@fumibako/kit/api';
import { useMemo } from 'react';
import { undoChange } from './api/undoChange';
import classes from './history.module.css';
import { ja } from './ja';
import { useHistoryText } from './text';
import { useUndoToast } from './useUndoToast';

type Change = components['schemas']['ChangeView'];

/** The words of a kind of change; a kind that these screens do not know yet is a change of a setting. */
function useKind(): (kind: string) => string {
  const say = useHistoryText();
  return (kind) => {
    const key = `kind-${kind}`;
    return say(key in ja ? (key as keyof typeof ja) : 'kind-other');
  };
}

/** `customer demo` is 契約者 demo, and `customer demo by token Staff` what a program of theirs did. */
function useActor(): (actor: string) => string {
  const say = useHistoryText();
  return (actor) => {
    const [, role, name = '', token] = /^(\S+) (\S+)(?: by token (.*))?$/.exec(actor) ?? [];
    switch (role) {
      case 'operator':
      case 'customer':
      case 'account':
        return token === undefined ? say(role, { name }) : say('byToken', { who: say(role, { name }), token });
      default:
        return say('server');
    }
  };
}

export function useChangeColumns(): Column<Change>[] {
  const say = useHistoryText();
  const kind = useKind();
  const actor = useActor();
  const formats = useFormats();
  // biome-ignore lint/correctness/useExhaustiveDependencies: kind and actor follow the language, as say does
  return useMemo(
    () => [
      {
        id: 'at',
        head: say('at'),
        width: 'narrow',
        cell: (change) => <span className={classes.time}>{formats.shortTime(change.at)}</span>,
      },
      {
        id: 'what',
        head: say('what'),
        cell: (change) => (
          <>
            <div className={classes.kind}>{kind(change.kind)}</div>
            <Values change={change} />
          </>
        ),
      },
      { id: 'subject', head: say('subject'), cell: (change) => change.subject },
      { id: 'who', head: say('who'), cell: (change) => <span className={classes.who}>{actor(change.actor)}</span> },
      { id: 'undo', head: '', right: true, width: 'narrow', cell: (change) => <Undo change={change} /> },
    ],
    [say, formats],
  );
}

function Values({ change }: { change: Change }) {
  const say = useHistoryText();
  if (change.was === '' && change.became === '') {
    return null;
  }
  return (
    <div className={classes.values}>
      {change.was === '' ? change.became : say('change', { was: change.was, became: change.became || '–' })}
    </div>
  );
}

function Undo({ change }: { change: Change }) {
  const say = useHistoryText();
  const formats = useFormats();
  const done = useUndoToast();
  const undoing = useMutation({
    mutationFn: (undo: number) => undoChange(undo),
    onSuccess: ({ undo }) => done(say('undone'), undo),
  });
  const { undo } = change;
  if (change.undone) {
    return <span className={classes.until}>{say('undoneAt', { time: formats.shortTime(change.undone) })}</span>;
  } else if (undo === null) {
    return null;
  }
  return (
    <span className={classes.undo}>
      <Button
        size="compact-sm"
        h={28}
        variant="default"
        loading={undoing.isPending}
        aria-label={say('undoOf', { subject: change.subject })}
        onClick={() => undoing.mutate(undo)}
      >
        {say('undo')}
      </Button>
      {change.undoUntil && (
        <span className={classes.until}>{say('until', { time: formats.dayOfMonth(change.undoUntil) })}</span>
      )}
    </span>
  );
}

/** A change in the list on a phone. */
export function ChangeCard({ change }: { change: Change }) {
  const kind = useKind();
  const actor = useActor();
  const formats = useFormats();
  return (
    <div className={classes.card}>
      <div className={classes.kind}>{kind(change.kind)}</div>
      <div>{change.subject}</div>
      <Values change={change} />
      <div className={classes.until}>
        {formats.shortTime(change.at)} {actor(change.actor)}
      </div>
      <Undo change={change} />
    </div>
  );
}
