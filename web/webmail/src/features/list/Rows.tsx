// SPDX-License-Identifier: Apache-2.0
import { useLayout } from '@fumibako/kit';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { usePlace } from '../../app/pane';
import { useStore } from '../../mail/context';
import { useList } from './ListProvider';
import { Row } from './Row';
import classes from './Rows.module.css';
import { useListText } from './text';
import { useWindow } from './useWindow';

/** Heights of a row in px, as Rows.module.css has them. */
const HEIGHT = { phone: 88, medium: 78, wide: 78 } as const;

/** The rows in view; the others are room above and below. */
export function Rows() {
  const say = useListText();
  const store = useStore();
  const height = HEIGHT[useLayout()];
  const { listing, standing, selection, snippets } = useList();
  const { email } = usePlace();
  const { cursor, ids } = useSyncExternalStore(selection.subscribe, selection.current);
  const total = standing.total ?? 0;
  const box = useRef<HTMLDivElement>(null);
  const { from, to } = useWindow(box, total, height);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is missing may have changed with the standing
  useEffect(() => store.ensure(listing, from, Math.max(to, 1)), [store, listing, from, to, standing]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known may have changed with the standing
  useEffect(() => {
    const seen = Array.from({ length: to - from }, (_, at) => listing.at(from + at)).filter((id) => id !== undefined);
    snippets?.ensure(seen);
  }, [snippets, listing, from, to, standing]);

  useEffect(() => {
    const element = box.current;
    if (element) {
      const top = cursor * height;
      if (top < element.scrollTop) {
        element.scrollTop = top;
      } else if (top + height > element.scrollTop + element.clientHeight) {
        element.scrollTop = top + height - element.clientHeight;
      }
    }
  }, [cursor, height]);

  const rows = [];
  for (let index = from; index < to; index++) {
    const id = listing.at(index);
    rows.push(
      <Row
        key={id ?? index}
        id={id}
        index={index}
        total={total}
        open={id !== undefined && id === email}
        cursor={index === cursor}
        ticked={id !== undefined && ids.has(id)}
      />,
    );
  }
  return (
    <div ref={box} className={classes.box}>
      <div
        className={classes.rows}
        role="listbox"
        id="fb-list"
        tabIndex={0}
        aria-label={say('list')}
        aria-multiselectable
        aria-activedescendant={cursor >= from && cursor < to ? `fb-row-${cursor}` : undefined}
        style={{ height: total * height }}
      >
        {rows}
      </div>
    </div>
  );
}
