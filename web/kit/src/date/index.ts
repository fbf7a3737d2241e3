// SPDX-License-Identifier: Apache-2.0
// What picks days. A heavy part: screens load what uses it when it is needed.
export { DateRange, type Days } from './DateRange';
