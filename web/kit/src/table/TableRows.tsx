// SPDX-License-Identifier: Apache-2.0
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { lazy, Suspense, useMemo } from 'react';
import { useKitText } from '../i18n/kit';
import type { Column } from './columns';
import type { DataTableProps, Sort } from './DataTable';
import classes from './DataTable.module.css';

/** Above this only the rows in view are drawn. */
const VIRTUAL_ABOVE = 200;

const features = tableFeatures({});

const VirtualBody = lazy(() => import('./VirtualBody'));

function definitions<Row extends object>(columns: readonly Column<Row>[]): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.head,
    cell: (cell) => column.cell(cell.row.original),
  }));
}

export function TableRows<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  const { columns, keyOf, dense = false } = props;
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({
    features,
    columns: useMemo(() => definitions(columns as unknown as readonly Column<object>[]), [columns]),
    data: props.rows as readonly object[] as object[],
    getRowId: (row) => keyOf(row as Row),
  });
  const rows = table.getRowModel().rows;
  const draw = (at: number) => {
    const row = rows[at];
    return row === undefined ? null : (
      <tr key={row.id} data-selected={row.id === props.selected || undefined}>
        {row.getAllCells().map((cell) => {
          const column = byId.get(cell.column.id);
          return (
            <td key={cell.id} data-right={column?.right || undefined} data-width={column?.width}>
              <table.FlexRender cell={cell} />
            </td>
          );
        })}
      </tr>
    );
  };
  return (
    <table
      className={classes.table}
      data-dense={dense || undefined}
      aria-label={props.label}
      aria-rowcount={rows.length}
    >
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const column = byId.get(header.column.id);
              return column && <Head key={header.id} column={column} sort={props.sort} onSort={props.onSort} />;
            })}
          </tr>
        ))}
      </thead>
      {rows.length > VIRTUAL_ABOVE ? (
        <Suspense fallback={<tbody />}>
          <VirtualBody count={rows.length} columns={columns.length} height={dense ? 40 : 48} draw={draw} />
        </Suspense>
      ) : (
        <tbody>{rows.map((_, at) => draw(at))}</tbody>
      )}
    </table>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const say = useKitText();
  const up = sort === column.id;
  const down = sort === `-${column.id}`;
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" data-right={column.right || undefined} data-width={column.width}>
        {column.head === '' ? <span className={classes.unseen}>{say('more')}</span> : column.head}
      </th>
    );
  }
  const Icon = up ? IconChevronUp : down ? IconChevronDown : IconSelector;
  return (
    <th
      scope="col"
      data-right={column.right || undefined}
      data-width={column.width}
      aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        aria-label={say('sortBy', { column: column.head })}
        onClick={() => onSort(up ? `-${column.id}` : column.id)}
      >
        {column.head}
        <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}
