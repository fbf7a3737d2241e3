// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'react';

/** Where a drawer puts itself when it stands beside the list; the frame makes room while `hold` is in force. */
export interface AsideSlot {
  readonly element: HTMLElement | null;
  /** Makes room; the function returned gives it back. */
  readonly hold: () => () => void;
}

export const AsideContext = createContext<AsideSlot>({ element: null, hold: () => () => {} });
