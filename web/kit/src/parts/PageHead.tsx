// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect } from 'react';
import { frameTitle } from '../frame/frameTitle';
import classes from './PageHead.module.css';

const PRODUCT = 'Fumibako';

interface Props {
  readonly title: string;
  /** How things are, in a sentence. */
  readonly lead?: ReactNode;
  /** Chips that say more of the state. */
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its name, its state in a sentence, its actions. On a phone the name stands in the header. */
export function PageHead({ title, lead, status, actions }: Props) {
  useEffect(() => {
    document.title = `${title} | ${PRODUCT}`;
    frameTitle.set(title);
  }, [title]);
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {status && <div className={classes.status}>{status}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
