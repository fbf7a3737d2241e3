// SPDX-License-Identifier: Apache-2.0
export { countries } from './country';
export * from './number';
export * from './size';
export * from './time';
export { type Formats, useFormats } from './useFormats';
