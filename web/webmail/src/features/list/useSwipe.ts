// SPDX-License-Identifier: Apache-2.0
import { type TouchEvent, useRef, useState } from 'react';

/** From here on a swipe does something when it is let go, in px. */
const FAR = 96;

/** A finger that goes this far up or down scrolls. */
const STEEP = 12;

interface Swipe {
  /** How far the row lies aside now, in px: below 0 to the left. */
  readonly by: number;
  readonly handlers: {
    readonly onTouchStart: (event: TouchEvent) => void;
    readonly onTouchMove: (event: TouchEvent) => void;
    readonly onTouchEnd: () => void;
    readonly onTouchCancel: () => void;
  };
}

/** Swiping a row aside: to the right, or to the left. */
export function useSwipe(onRight: () => void, onLeft: () => void): Swipe {
  const from = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const [by, setBy] = useState(0);
  const stop = () => {
    from.current = undefined;
    setBy(0);
  };
  return {
    by,
    handlers: {
      onTouchStart: (event) => {
        const [touch, second] = [event.touches[0], event.touches[1]];
        from.current = touch && !second ? { x: touch.clientX, y: touch.clientY } : undefined;
      },
      onTouchMove: (event) => {
        const touch = event.touches[0];
        if (!from.current || !touch) {
          return;
        }
        const aside = touch.clientX - from.current.x;
        if (by === 0 && Math.abs(touch.clientY - from.current.y) > STEEP) {
          stop();
        } else if (by !== 0 || Math.abs(aside) > STEEP) {
          setBy(aside);
        }
      },
      onTouchEnd: () => {
        const done = by;
        stop();
        if (done > FAR) {
          onRight();
        } else if (done < -FAR) {
          onLeft();
        }
      },
      onTouchCancel: stop,
    },
  };
}
