// SPDX-License-Identifier: Apache-2.0
// Text with formatting. Heavy: import it only where it is shown, and lazily.
export { type EditorCommand, type EditorHandle, RichEditor } from './RichEditor';
