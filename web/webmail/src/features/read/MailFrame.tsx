// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import classes from './HtmlBody.module.css';
import { useReadText } from './text';

/** As long as nothing has been measured, in px. */
const FIRST_HEIGHT = 240;

/**
 * A document that the server made out of a message. No script runs in it; that it is of our origin only lets us measure how high it
 * is, so that it scrolls with the page, and lets the keys of webmail work while the focus is in it.
 */
export function MailFrame({ src }: { src: string }) {
  const say = useReadText();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const [loads, setLoads] = useState(0);

  useEffect(() => {
    const inside = loads > 0 ? frame.current?.contentDocument : null;
    if (!inside) {
      return;
    }
    const measure = () => setHeight(Math.ceil(inside.documentElement.getBoundingClientRect().height));
    const sizes = new ResizeObserver(measure);
    sizes.observe(inside.documentElement);
    measure();
    const pass = (event: KeyboardEvent) => {
      const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
      const copy = new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true });
      document.body.dispatchEvent(copy);
    };
    inside.addEventListener('keydown', pass);
    return () => {
      sizes.disconnect();
      inside.removeEventListener('keydown', pass);
    };
  }, [loads]);

  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={say('message')}
      src={src}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      style={{ height }}
      onLoad={() => setLoads((before) => before + 1)}
    />
  );
}
