// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useId } from 'react';
import classes from './Card.module.css';

interface Props {
  readonly title?: string;
  /** Quiet words beside the title. */
  readonly note?: ReactNode;
  /** What stands at the right end of the head. */
  readonly aside?: ReactNode;
  readonly icon?: ReactNode;
  /** Without it the content reaches the edges, as tables and lists do. */
  readonly padded?: boolean;
  readonly children: ReactNode;
}

/** A box of paper with a line around it. */
export function Card({ title, note, aside, icon, padded = false, children }: Props) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={classes.head}>
          {icon}
          <h2 id={id}>{title}</h2>
          {note && <span className={classes.note}>{note}</span>}
          {aside && <div className={classes.aside}>{aside}</div>}
        </div>
      )}
      <div className={padded ? classes.padded : undefined}>{children}</div>
    </section>
  );
}
