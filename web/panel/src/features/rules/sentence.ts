// SPDX-License-Identifier: Apache-2.0
import type { Action, Condition, Rule } from './rule';
import { useRulesText } from './text';

/** Mailboxes that everybody has, by the names that people know. */
export function useMailboxName(): (name: string) => string {
  const say = useRulesText();
  const known: Record<string, string> = {
    INBOX: say('box-inbox'),
    Sent: say('box-sent'),
    Drafts: say('box-drafts'),
    Junk: say('box-junk'),
    Trash: say('box-trash'),
    Archive: say('box-archive'),
  };
  return (name) => known[name] ?? name;
}

/** A rule in a sentence: when and what. */
export function useSentence(): (rule: Rule) => { readonly when: string; readonly what: string } {
  const say = useRulesText();
  const box = useMailboxName();
  const subject = (condition: Condition) =>
    condition.subject === 'header' ? (condition.field ?? '') : say(`subject-${condition.subject}`);
  const condition = (one: Condition) => say(`when-${one.match}`, { subject: subject(one), text: one.text });
  const action = (one: Action) =>
    say(`then-${one.what}`, { mailbox: box(one.mailbox ?? ''), address: one.address ?? '' });
  return (rule) => ({
    when: rule.conditions.map(condition).join(say(rule.all ? 'and' : 'or')),
    what: rule.actions.map(action).join(say('comma')),
  });
}
