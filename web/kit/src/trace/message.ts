// SPDX-License-Identifier: Apache-2.0

import type { components } from '../api';
import type { Say } from '../i18n';
import type { State } from '../parts/StateChip';
import { ja } from './ja';

export type Message = components['schemas']['TracedMessage'];
export type Happening = components['schemas']['TracedEvent'];
type Key = keyof typeof ja;

/** How the state of a message looks; only what asks for something is loud. */
export const looks: Record<Message['state'], State> = {
  kept: 'ok',
  deleted: 'off',
  purged: 'off',
  discarded: 'off',
  refused: 'warn',
  waiting: 'waiting',
  held: 'warn',
  failed: 'attention',
  cancelled: 'off',
  delivered: 'ok',
};

/** A mailbox as people call it: 受信箱. */
export function box(name: string, say: Say<typeof ja>): string {
  const key = `box-${name}`;
  return key in ja ? say(key as Key & `box-${keyof object}`) : name;
}

export function fact(event: Happening, name: string): string {
  return event.facts.find((one) => one.name === name)?.value ?? '';
}

/** The sentence of an event; what these screens do not know yet is a change. */
export function sentence(event: Happening, say: Say<typeof ja>): string {
  if (event.kind === 'judged') {
    return say(fact(event, 'outcome') === 'wanted' ? 'kind-judged' : 'kind-judgedSpam');
  }
  const key = `kind-${event.kind}`;
  const values = Object.fromEntries(event.facts.map((one) => [one.name, one.value]));
  for (const name of ['mailbox', 'from', 'to']) {
    values[name] = box(values[name] ?? '', say);
  }
  return say((key in ja ? key : 'kind-other') as 'kind-other', values);
}

/** Whether the event is one that a person asks about: it ended the message, or kept it from arriving. */
export function isEnd(event: Happening): boolean {
  return ['deleted', 'refused', 'bounced', 'expired', 'discarded', 'purged'].includes(event.kind);
}
