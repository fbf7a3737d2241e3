// SPDX-License-Identifier: Apache-2.0
import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react';

interface ButtonProps {
  onClick?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

interface Props {
  readonly button: ReactElement<ButtonProps>;
  /** The menu around the button, from a module of its own; it opens as soon as it is there. */
  readonly menu: (button: ReactElement<ButtonProps>) => ReactNode;
}

/** A button whose menu is loaded when it is first pressed, so that no first page waits for what floats. */
export function LazyMenu({ button, menu }: Props) {
  const [asked, setAsked] = useState(false);
  const closed = cloneElement(button, {
    onClick: () => setAsked(true),
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  return asked ? <Suspense fallback={button}>{menu(button)}</Suspense> : closed;
}
