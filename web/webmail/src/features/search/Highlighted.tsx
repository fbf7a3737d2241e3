// SPDX-License-Identifier: Apache-2.0
import classes from './Highlighted.module.css';
import { markedOf } from './snippet';

/** A snippet with what was searched for marked. */
export function Highlighted({ snippet }: { snippet: string }) {
  return (
    <>
      {markedOf(snippet).map(({ text, found }, at) =>
        found ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that does not change
          <mark key={at} className={classes.mark}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
