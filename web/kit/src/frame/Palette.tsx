// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useEffect, useState } from 'react';
import type { FrameProps } from './Frame';
import { OPEN_PALETTE } from './paletteState';

const PaletteBox = lazy(() => import('./PaletteBox'));

/** Ctrl K: screens, surfaces and actions by name. Its code comes when it is first opened. */
export function Palette(props: FrameProps) {
  const [opened, setOpened] = useState(0);
  useEffect(() => {
    const open = () => setOpened((times) => times + 1);
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        open();
      }
    };
    window.addEventListener(OPEN_PALETTE, open);
    document.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener(OPEN_PALETTE, open);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  if (opened === 0) {
    return null;
  }
  return (
    <Suspense fallback={null}>
      <PaletteBox {...props} opened={opened} />
    </Suspense>
  );
}
