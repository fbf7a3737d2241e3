// SPDX-License-Identifier: Apache-2.0
import { useLayout } from '@fumibako/kit';
import type { DragEvent, HTMLAttributes, MouseEvent } from 'react';
import type { EmailRow } from '../../jmap';
import { drag } from './dragging';
import { useList } from './ListProvider';
import { useListText } from './text';
import { useCommands } from './useCommands';
import { useDelete } from './useDelete';
import { useOpen } from './useOpen';
import { useSwipe } from './useSwipe';
import { useExpand } from './useTargets';

/** What pointer and fingers do with a row: open, tick, drag to a folder, swipe aside. */
export function useGestures(
  row: EmailRow,
  index: number,
): { readonly by: number; readonly handlers: HTMLAttributes<HTMLElement> } {
  const say = useListText();
  const phone = useLayout() === 'phone';
  const { selection, listing } = useList();
  const expand = useExpand();
  const open = useOpen();
  const { archive, move } = useCommands();
  const remove = useDelete();
  const swipe = useSwipe(
    () => void archive(expand([row.id])),
    () => remove(expand([row.id])),
  );

  const onClick = (event: MouseEvent) => {
    const { ids } = selection.current();
    if (event.shiftKey) {
      selection.extendTo(index, (at) => listing.at(at));
    } else if (event.ctrlKey || event.metaKey || (phone && ids.size > 0)) {
      selection.toggle(row.id, index);
    } else {
      selection.moveTo(index);
      open(row);
    }
  };
  // A long press of a finger is a request for a menu.
  const onContextMenu = (event: MouseEvent) => {
    if (phone) {
      event.preventDefault();
      selection.toggle(row.id, index);
    }
  };
  const onDragStart = (event: DragEvent) => {
    const { ids } = selection.current();
    const rows = expand(ids.has(row.id) ? [...ids] : [row.id]);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', say('chosen', { count: rows.length }));
    drag({ rows, drop: (mailbox) => void move(rows, mailbox) });
  };
  const pointer = { onClick, onContextMenu, onDragStart, onDragEnd: () => drag(undefined), draggable: !phone };
  return { by: swipe.by, handlers: phone ? { ...pointer, ...swipe.handlers } : pointer };
}
