// SPDX-License-Identifier: Apache-2.0

/** Opening the command palette is an event of the window, because its code is loaded only then. */
export const OPEN_PALETTE = 'fumibako:palette';

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_PALETTE));
}
