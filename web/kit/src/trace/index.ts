// SPDX-License-Identifier: Apache-2.0
// 配送履歴: what the panel and webmail show of where messages went.
export type { TracePlace, TraceQuery } from './place';
export { Traces } from './Traces';
export { useTraceText } from './text';
