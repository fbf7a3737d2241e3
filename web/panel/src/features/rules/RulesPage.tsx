// SPDX-License-Identifier: Apache-2.0
import { Button, EmptyState, ErrorAlert, IconPlus, Note, PageHead, SkeletonRows } from '@fumibako/kit';
import { lazy, Suspense, useState } from 'react';
import { RuleRow } from './RuleRow';
import { moved, NEW_RULE, type Rule, type Verdict, type Whose } from './rule';
import classes from './rules.module.css';
import { TryCard } from './TryCard';
import { useRulesText } from './text';
import { useRules } from './useRules';

const RuleDrawer = lazy(() => import('./RuleDrawer'));

interface Props {
  readonly whose: Whose;
  readonly lead: string;
}

/** メールの振り分け: rules in their order, each a sentence; the first that says so ends the walk. */
export function RulesPage({ whose, lead }: Props) {
  const say = useRulesText();
  const { view, error, reload, saving } = useRules(whose);
  const [open, setOpen] = useState<number | 'new'>();
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  const [dragged, setDragged] = useState<number>();
  const rules = view?.rules ?? [];
  const foreign = view?.foreign ?? null;
  const change = (next: readonly Rule[], said: string, then?: () => void) => {
    setVerdicts([]);
    saving.mutate({ rules: next, said, replace: foreign !== null }, then === undefined ? {} : { onSuccess: then });
  };
  const move = (from: number, to: number) => change(moved(rules, from, to), say('movedTo', { place: to + 1 }));
  const edited = open === 'new' ? NEW_RULE : open === undefined ? undefined : rules[open];

  return (
    <>
      <PageHead
        title={say('title')}
        lead={lead}
        actions={
          <Button size="md" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
            {say('newRule')}
          </Button>
        }
      />
      <ErrorAlert error={error ?? saving.error} onRetry={() => void reload()} />
      <div className={classes.column}>
        <p className={classes.explain}>{say('explain')}</p>
        {foreign !== null && (
          <Note kind="warn" title={say('foreignTitle', { script: foreign })}>
            {say('foreign')}
          </Note>
        )}
        {view === undefined && !error && <SkeletonRows rows={3} />}
        {view !== undefined && rules.length === 0 && <EmptyState text={say('empty')} />}
        <ol className={classes.list} aria-label={say('title')}>
          {rules.map((rule, at) => (
            <RuleRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own but its place
              key={at}
              rule={rule}
              place={at}
              last={at === rules.length - 1}
              verdict={verdicts[at]}
              dragged={dragged === at}
              onDrag={setDragged}
              onDrop={() => {
                if (dragged !== undefined && dragged !== at) {
                  move(dragged, at);
                }
                setDragged(undefined);
              }}
              onMove={(to) => move(at, to)}
              onOpen={() => setOpen(at)}
              onToggle={(on) =>
                change(
                  rules.map((other, place) => (place === at ? { ...other, on } : other)),
                  say(on ? 'switchedOn' : 'switchedOff'),
                )
              }
            />
          ))}
        </ol>
        {rules.length > 0 && <TryCard whose={whose} rules={rules} onTried={setVerdicts} />}
      </div>
      {edited !== undefined && (
        <Suspense fallback={null}>
          <RuleDrawer
            key={String(open)}
            whose={whose}
            rule={edited}
            fresh={open === 'new'}
            saving={saving.isPending}
            onClose={() => setOpen(undefined)}
            onSave={(rule) => {
              const next = open === 'new' ? [...rules, rule] : rules.map((other, at) => (at === open ? rule : other));
              change(next, say('saved'), () => setOpen(undefined));
            }}
            onDelete={() =>
              change(
                rules.filter((_, at) => at !== open),
                say('deleted'),
                () => setOpen(undefined),
              )
            }
          />
        </Suspense>
      )}
    </>
  );
}
