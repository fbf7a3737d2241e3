// SPDX-License-Identifier: Apache-2.0
import type { Comparator, EmailFilter, EmailRow, Mailbox, Role } from '../jmap';

export const ROLES: readonly Role[] = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash'];

/** The narrowing that stands above a list. */
export type Narrow = 'all' | 'unread' | 'starred' | 'attachments';

export type Order = 'newest' | 'oldest' | 'sender' | 'subject' | 'largest';

/** What a list shows: a mailbox, or everything with a star, or what was searched for. */
export interface Box {
  /** In the address: a role, `starred`, `search`, or a mailbox's id. */
  readonly key: string;
  readonly mailbox: Mailbox | undefined;
  readonly role: Role | 'starred' | 'search' | undefined;
}

/** The box with this key; undefined when there is none. */
export function boxOf(key: string, mailboxes: readonly Mailbox[]): Box | undefined {
  if (key === 'starred' || key === 'search') {
    return { key, mailbox: undefined, role: key };
  }
  const mailbox = mailboxes.find((each) => each.role === key || each.id === key);
  return mailbox && { key: keyOf(mailbox), mailbox, role: mailbox.role ?? undefined };
}

/** How a mailbox is named in addresses. */
export function keyOf(mailbox: Mailbox): string {
  return mailbox.role ?? mailbox.id;
}

function all(conditions: readonly EmailFilter[]): EmailFilter {
  const [only] = conditions;
  return conditions.length === 1 && only ? only : { operator: 'AND', conditions };
}

const NARROWED: Readonly<Record<Narrow, EmailFilter | undefined>> = {
  all: undefined,
  unread: { notKeyword: '$seen' },
  starred: { hasKeyword: '$flagged' },
  attachments: { hasAttachment: true },
};

/** Not in Junk or Trash, where nobody looks for what matters. */
export function outsideOf(mailboxes: readonly Mailbox[]): EmailFilter {
  const aside = mailboxes.filter((each) => each.role === 'junk' || each.role === 'trash');
  return { inMailboxOtherThan: aside.map((each) => each.id) };
}

/** What is asked for; `searched` is what was searched for. */
export function filterOf(box: Box, narrow: Narrow, mailboxes: readonly Mailbox[], searched?: EmailFilter): EmailFilter {
  const conditions: EmailFilter[] = [];
  if (box.mailbox) {
    conditions.push({ inMailbox: box.mailbox.id });
  } else if (box.role === 'starred') {
    conditions.push({ hasKeyword: '$flagged' }, outsideOf(mailboxes));
  }
  if (searched) {
    conditions.push(searched);
  }
  const narrowed = NARROWED[narrow];
  if (narrowed) {
    conditions.push(narrowed);
  }
  return all(conditions);
}

const ORDERS: Readonly<Record<Order, Comparator>> = {
  newest: { property: 'receivedAt', isAscending: false },
  oldest: { property: 'receivedAt', isAscending: true },
  sender: { property: 'from', isAscending: true },
  subject: { property: 'subject', isAscending: true },
  largest: { property: 'size', isAscending: false },
};

export function sortOf(order: Order): readonly Comparator[] {
  const first = ORDERS[order];
  return first.property === 'receivedAt' ? [first] : [first, ORDERS.newest];
}

const SINGLE = new Set(['drafts', 'sent', 'trash', 'search']);

/** Threads are shown as one where mail comes in; drafts, what was sent and what was found are single things. */
export function collapses(box: Box, threads: boolean): boolean {
  return threads && !SINGLE.has(box.role ?? '');
}

export function isUnread(row: EmailRow): boolean {
  return row.keywords.$seen !== true && row.keywords.$draft !== true;
}

export function isStarred(row: EmailRow): boolean {
  return row.keywords.$flagged === true;
}
