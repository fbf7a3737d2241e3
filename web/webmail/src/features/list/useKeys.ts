// SPDX-License-Identifier: Apache-2.0
import { isTyping, useNavigate } from '@fumibako/kit';
import { useEffect, useRef } from 'react';
import { usePlace } from '../../app/pane';
import { usePrefs } from '../../app/prefs';
import { isStarred, isUnread } from '../../mail/box';
import { useStore } from '../../mail/context';
import { useList } from './ListProvider';
import { askForFolder } from './moving';
import { sheet } from './sheet';
import { useCommands } from './useCommands';
import { useDelete } from './useDelete';
import { useOpen } from './useOpen';
import { useTargets } from './useTargets';

/** How long after `g` the second key may come, in ms. */
const SEQUENCE = 1_500;

/** The keys of a list and of what is open beside it. */
export function useKeys(): void {
  const { keys } = usePrefs();
  const actions = useActions();
  const begun = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!keys) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F6') {
        event.preventDefault();
        nextPane(event.shiftKey ? -1 : 1);
        return;
      }
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || aside(event)) {
        return;
      }
      const second = event.timeStamp - begun.current < SEQUENCE;
      begun.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const act = actions.get(nameOf(event, second));
      if (act) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys, actions]);
}

/** What takes the focus in folders, list and reading pane. */
const PANES = ['[data-pane="folders"] a[aria-current], [data-pane="folders"] a', '#fb-list', '#fb-main h1, #fb-main'];

function nextPane(by: 1 | -1): void {
  const there = PANES.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  const at = there.findIndex((each) => each.contains(document.activeElement));
  there[(at + by + there.length) % there.length]?.focus();
}

function nameOf(event: KeyboardEvent, second: boolean): string {
  if (second) {
    return `g ${event.key}`;
  }
  return event.shiftKey && event.key.startsWith('Arrow') ? `Shift ${event.key}` : event.key;
}

/** Enter and arrows belong to what has the focus, unless that is the list or nothing. */
function aside(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]')) {
    return true;
  }
  const own = target === document.body || (target instanceof HTMLElement && target.id === 'fb-list');
  return !own && (event.key === 'Enter' || event.key.startsWith('Arrow') || ['Home', 'End', ' '].includes(event.key));
}

function useActions(): ReadonlyMap<string, () => void> {
  const store = useStore();
  const navigate = useNavigate();
  const { email } = usePlace();
  const { box, listing, standing, selection } = useList();
  const targets = useTargets();
  const commands = useCommands();
  const remove = useDelete();
  const open = useOpen();

  const last = Math.max(0, (standing.total ?? 1) - 1);
  const cursor = () => selection.current().cursor;
  const go = (to: number) => selection.moveTo(Math.min(Math.max(0, to), last));
  const openAt = (index: number) => {
    const row = store.emails.get(listing.at(index) ?? '');
    if (row) {
      selection.moveTo(index);
      open(row);
    }
  };
  const step = (by: number) => {
    const at = email === undefined ? -1 : listing.indexOf(email);
    if (at >= 0) {
      openAt(at + by);
    } else {
      go(cursor() + by);
    }
  };
  const write = (search: { reply?: string; all?: true; forward?: string }) =>
    void navigate({ to: '/$box/compose', params: { box: box.key }, search });
  const jump = (to: string) => void navigate({ to: '/$box', params: { box: to } });
  const on = email ?? listing.at(cursor());
  return new Map<string, () => void>([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['ArrowDown', () => go(cursor() + 1)],
    ['ArrowUp', () => go(cursor() - 1)],
    ['Shift ArrowDown', () => selection.extendTo(Math.min(cursor() + 1, last), (at) => listing.at(at))],
    ['Shift ArrowUp', () => selection.extendTo(Math.max(cursor() - 1, 0), (at) => listing.at(at))],
    ['Home', () => go(0)],
    ['End', () => go(last)],
    ['Enter', () => openAt(cursor())],
    [
      'Escape',
      () => {
        if (selection.current().ids.size > 0) {
          selection.clear();
        } else if (email !== undefined) {
          void navigate({
            to: '/$box',
            params: { box: box.key },
            search: ({ q, show, order }) => ({ q, show, order }),
          });
        }
      },
    ],
    [
      'x',
      () => {
        const id = listing.at(cursor());
        if (id !== undefined) {
          selection.toggle(id, cursor());
        }
      },
    ],
    ['u', () => void commands.read(targets(), targets().some(isUnread))],
    ['s', () => void commands.star(targets(), !targets().some(isStarred))],
    ['e', () => void commands.archive(targets())],
    ['#', () => remove(targets())],
    ['Delete', () => remove(targets())],
    ['!', () => void (box.role === 'junk' ? commands.notJunk(targets()) : commands.junk(targets()))],
    ['v', () => askForFolder(targets())],
    ['?', () => sheet.set(true)],
    ['g i', () => jump('inbox')],
    ['g d', () => jump('drafts')],
    ['g t', () => jump('trash')],
    ['c', () => write({})],
    ['r', () => on !== undefined && write({ reply: on })],
    ['a', () => on !== undefined && write({ reply: on, all: true })],
    ['f', () => on !== undefined && write({ forward: on })],
    ['/', () => document.getElementById('fb-search')?.focus()],
  ]);
}
