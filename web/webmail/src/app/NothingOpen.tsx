// SPDX-License-Identifier: Apache-2.0
import classes from './Shell.module.css';
import { useAppText } from './text';

/** The reading pane as long as no email is open. */
export function NothingOpen() {
  return <p className={classes.nothing}>{useAppText()('nothingOpen')}</p>;
}
