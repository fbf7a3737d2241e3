// SPDX-License-Identifier: Apache-2.0
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import classes from './DataTable.module.css';

interface Props {
  readonly count: number;
  readonly columns: number;
  /** Of a row, as long as none has been measured. */
  readonly height: number;
  readonly draw: (at: number) => ReactNode;
}

/** The rows of a long table that are in view, with as much room above and below as the others would take. */
export default function VirtualBody({ count, columns, height, draw }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const seen = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  return (
    <tbody ref={body}>
      <Gap height={(seen[0]?.start ?? margin) - margin} columns={columns} />
      {seen.map((item) => draw(item.index))}
      <Gap height={virtualizer.getTotalSize() + margin - (seen.at(-1)?.end ?? margin)} columns={columns} />
    </tbody>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} className={classes.gap} style={{ height }} />
    </tr>
  ) : null;
}
