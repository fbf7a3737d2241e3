// SPDX-License-Identifier: Apache-2.0
import type { EmailFilter, Mailbox } from '../../jmap';
import { en } from './en';
import { ja } from './ja';

/** What a search text asks for, and whether it looks into Junk and Trash. */
export interface Search {
  readonly filter: EmailFilter;
  readonly everywhere: boolean;
}

/** Words before a colon, in both languages, and the condition that they stand for. */
const OPERATORS = {
  from: words('operatorFrom'),
  to: words('operatorTo'),
  cc: words('operatorCc'),
  subject: words('operatorSubject'),
  body: words('operatorBody'),
  has: words('operatorHas'),
  is: words('operatorIs'),
  in: words('operatorIn'),
  before: words('operatorBefore'),
  after: words('operatorAfter'),
  larger: words('operatorLarger'),
  smaller: words('operatorSmaller'),
} as const;

type Operator = keyof typeof OPERATORS;

const ATTACHMENT = words('valueAttachment');
const UNREAD = words('valueUnread');
const READ = words('valueRead');
const STARRED = words('valueStarred');
const EVERYWHERE = words('valueEverywhere');

const TERM = /(-?)(?:([^\s:："]+)[:：])?(?:"([^"]*)"|(\S+))/gu;
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Terms that are read; a search of more is a text that was pasted by mistake. */
const MOST_TERMS = 20;

/**
 * Reads what was typed: words that all have to be there, `"some words"`, `-without`, and conditions such as `from:taro`, `件名:見積`,
 * `has:attachment`, `is:unread`, `in:採用`, `before:2026-11-30`, `larger:5M`. What looks like a condition and is none is a word.
 */
export function parseSearch(text: string, mailboxes: readonly Mailbox[], name: (mailbox: Mailbox) => string): Search {
  const conditions: EmailFilter[] = [];
  let everywhere = false;
  for (const [whole, minus, head, quoted, word] of [...text.matchAll(TERM)].slice(0, MOST_TERMS)) {
    const value = quoted ?? word ?? '';
    const operator = operatorOf(head);
    if (operator === 'in') {
      const found = folder(value, mailboxes, name);
      everywhere ||= EVERYWHERE.has(value) || found !== undefined;
      if (found) {
        conditions.push(signed(minus, { inMailbox: found.id }));
      }
      continue;
    }
    const condition = operator && conditionOf(operator, value);
    conditions.push(signed(minus, condition ?? { text: head === undefined ? value : whole.replace(/^-/, '') }));
  }
  const [only] = conditions;
  return { filter: conditions.length === 1 && only ? only : { operator: 'AND', conditions }, everywhere };
}

function operatorOf(head: string | undefined): Operator | undefined {
  const wanted = head?.toLowerCase() ?? '';
  return (Object.keys(OPERATORS) as Operator[]).find((each) => OPERATORS[each].has(wanted));
}

function signed(minus: string | undefined, condition: EmailFilter): EmailFilter {
  return minus === '-' ? { operator: 'NOT', conditions: [condition] } : condition;
}

function folder(value: string, mailboxes: readonly Mailbox[], name: (mailbox: Mailbox) => string): Mailbox | undefined {
  const wanted = value.toLowerCase();
  return mailboxes.find((each) => each.role === wanted || name(each).toLowerCase() === wanted);
}

function conditionOf(operator: Exclude<Operator, 'in'>, value: string): EmailFilter | undefined {
  switch (operator) {
    case 'from':
    case 'to':
    case 'cc':
    case 'subject':
    case 'body':
      return { [operator]: value };
    case 'has':
      return ATTACHMENT.has(value) ? { hasAttachment: true } : undefined;
    case 'is':
      return stateOf(value);
    case 'before':
    case 'after': {
      const day = dayOf(value);
      return day === undefined ? undefined : { [operator]: day };
    }
    case 'larger':
    case 'smaller': {
      const size = sizeOf(value);
      return size === undefined ? undefined : { [operator === 'larger' ? 'minSize' : 'maxSize']: size };
    }
  }
}

function stateOf(value: string): EmailFilter | undefined {
  if (UNREAD.has(value)) {
    return { notKeyword: '$seen' };
  } else if (READ.has(value)) {
    return { hasKeyword: '$seen' };
  }
  return STARRED.has(value) ? { hasKeyword: '$flagged' } : undefined;
}

/** The beginning of a day in Japan, in which all times are shown. */
function dayOf(value: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(value) ?? [];
  const instant = new Date(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T00:00:00+09:00`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().replace('.000', '');
}

function sizeOf(value: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,9}(?:\.\d+)?)([kmg]?)b?$/i.exec(value) ?? [];
  return amount === undefined ? undefined : Math.round(Number(amount) * (UNITS[unit.toLowerCase()] ?? 1));
}

/** Whoever switches the language still finds what he typed. */
function words(key: keyof typeof ja & keyof typeof en): ReadonlySet<string> {
  return new Set([ja[key], en[key]]);
}
