// SPDX-License-Identifier: Apache-2.0
// Pictures that phones read; screens load what uses it when it is needed.
export { Code } from './Code';
