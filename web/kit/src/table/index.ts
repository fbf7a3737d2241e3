// SPDX-License-Identifier: Apache-2.0
export type { Column } from './columns';
export { DataTable, type DataTableProps, type Sort } from './DataTable';
