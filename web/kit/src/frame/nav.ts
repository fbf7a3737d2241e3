// SPDX-License-Identifier: Apache-2.0
import type { Icon } from '@tabler/icons-react';

/** A screen one can go to. */
export interface NavItem {
  /** Its path within this surface. */
  readonly to: string;
  readonly label: string;
  readonly icon?: Icon;
  /** How many things are in it. */
  readonly count?: string;
  /** Whether it is only current when the path is the same, not when it begins so. */
  readonly exact?: boolean;
}

export interface NavSection {
  readonly label?: string;
  readonly items: readonly NavItem[];
}

/** Another surface that this person may enter; `href` leaves this bundle, `to` does not. */
export interface Surface {
  readonly label: string;
  readonly to?: string;
  readonly href?: string;
}

/** Something the command palette finds beside the screens. */
export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly keywords?: string;
  readonly run: () => void;
}
