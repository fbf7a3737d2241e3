// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** One sentence on what would be here, and at most one action. */
export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className="fb-prose">{text}</p>
      {action}
    </div>
  );
}
