// SPDX-License-Identifier: Apache-2.0
import type { components } from '@fumibako/kit/api';

export type Rules = components['schemas']['RulesView'];
export type Rule = components['schemas']['RuleForm'];
export type Condition = components['schemas']['ConditionForm'];
export type Action = components['schemas']['ActionForm'];
export type Verdict = components['schemas']['TriedRule']['verdict'];

/** Whose rules: those of an account, or without an address those of all accounts of a domain. */
export interface Whose {
  readonly domain: string;
  readonly address?: string | undefined;
}

export const NEW_RULE: Rule = {
  name: '',
  on: true,
  all: true,
  conditions: [{ subject: 'from', field: null, match: 'contains', text: '' }],
  actions: [{ what: 'move', mailbox: '', address: null }],
  stop: true,
};

/** The same rules with the one at `from` at place `to`. */
export function moved(rules: readonly Rule[], from: number, to: number): Rule[] {
  const rule = rules[from];
  if (rule === undefined || to < 0 || to >= rules.length) {
    return [...rules];
  }
  const others = rules.filter((_, at) => at !== from);
  return [...others.slice(0, to), rule, ...others.slice(to)];
}

/** Whether nothing is missing. */
export function isWhole(condition: Condition): boolean {
  return (
    (condition.text.trim() !== '' || condition.match === 'is') &&
    (condition.subject !== 'header' || (condition.field ?? '').trim() !== '')
  );
}

/** Whether nothing is missing. */
export function isWholeAction(action: Action): boolean {
  if (action.what === 'forward') {
    return /^[^\s@]+@[^\s@]+$/.test(action.address ?? '');
  }
  return (action.what !== 'move' && action.what !== 'copy') || (action.mailbox ?? '').trim() !== '';
}
