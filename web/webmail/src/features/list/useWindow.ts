// SPDX-License-Identifier: Apache-2.0
import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Rows drawn beyond what is seen, at each end. */
const BEYOND = 8;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Which of `count` rows of one height are in view of a box that scrolls. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, height: number): Window {
  const [window, setWindow] = useState<Window>({ from: 0, to: Math.min(count, 30) });
  const look = useCallback(() => {
    if (box.current) {
      const { scrollTop, clientHeight } = box.current;
      const from = Math.max(0, Math.floor(scrollTop / height) - BEYOND);
      const to = Math.min(count, Math.ceil((scrollTop + clientHeight) / height) + BEYOND);
      setWindow((before) => (before.from === from && before.to === to ? before : { from, to }));
    }
  }, [box, count, height]);
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, look]);
  return { from: Math.min(window.from, count), to: Math.min(window.to, count) };
}
