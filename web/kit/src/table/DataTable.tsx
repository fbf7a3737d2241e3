// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useLayout } from '../frame/layout';
import { SkeletonRows } from '../parts/SkeletonRows';
import type { Column } from './columns';
import classes from './DataTable.module.css';
import { Pages } from './Pages';
import { TableRows } from './TableRows';

/** Which column a list is sorted by: its id, with `-` before it when the largest come first. */
export type Sort = string;

export interface DataTableProps<Row> {
  /** What the table holds, for those who hear the page. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  /** The row whose drawer is open. */
  readonly selected?: string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** What a row is on a phone. */
  readonly card: (row: Row) => ReactNode;
  readonly empty: ReactNode;
  /** Rows of one line are 40 high, of two lines 48. */
  readonly dense?: boolean;
  readonly page?: { offset: number; limit: number; total: number; onMove: (offset: number) => void };
}

/** A list of things: a table, and cards below 768. Sorting, filter and place belong to the URL, so the caller holds them. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const phone = useLayout() === 'phone';
  const { rows, page } = props;
  return (
    <>
      <div className={classes.box} data-phone={phone || undefined}>
        {rows === undefined && <SkeletonRows />}
        {rows?.length === 0 && props.empty}
        {rows !== undefined &&
          rows.length > 0 &&
          (phone ? <Cards {...props} rows={rows} /> : <TableRows {...props} rows={rows} />)}
      </div>
      {page !== undefined && rows !== undefined && rows.length > 0 && <Pages {...page} shown={rows.length} />}
    </>
  );
}

function Cards<Row>({ label, rows, keyOf, card }: DataTableProps<Row> & { rows: readonly Row[] }) {
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>{card(row)}</li>
      ))}
    </ul>
  );
}
