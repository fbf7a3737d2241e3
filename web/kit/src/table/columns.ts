// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

/** A column of a {@link DataTable}. */
export interface Column<Row> {
  /** Unique in the table, and the name the server sorts by. */
  readonly id: string;
  /** Empty for the column of the row's action. */
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  /** Numbers stand at the right. */
  readonly right?: boolean;
  /** A share of the width: `narrow` is as narrow as its content, `wide` takes what is left. */
  readonly width?: 'narrow' | 'wide';
}
