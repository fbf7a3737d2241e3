// SPDX-License-Identifier: Apache-2.0
import { Code } from '@fumibako/kit/code';
import classes from './server.module.css';

/** A picture that a phone reads. */
export default function QrCode({ value, label }: { value: string; label: string }) {
  return (
    <div className={classes.qr}>
      <Code value={value} label={label} />
    </div>
  );
}
