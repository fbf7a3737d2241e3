// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton, Note } from '@fumibako/kit';
import classes from './settings.module.css';

interface Props {
  readonly title: string;
  readonly secret: string;
  /** What is copied, in words. */
  readonly what: string;
  readonly hint: string;
  readonly done: string;
  readonly onDone: () => void;
}

/** A secret that is shown this once. */
export function Issued({ title, secret, what, hint, done, onDone }: Props) {
  return (
    <div className={classes.box} role="status">
      <b>{title}</b>
      <div className={classes.secret}>
        <code className="fb-mono">{secret}</code>
        <CopyButton value={secret} what={what} />
      </div>
      <Note kind="warn">{hint}</Note>
      <div className={classes.foot}>
        <Button variant="default" onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  );
}
