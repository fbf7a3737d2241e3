// SPDX-License-Identifier: Apache-2.0
import { Choice } from './Choice';
import classes from './Doctor.module.css';

/** メール診断 of the reader's own account. */
export function DoctorPage() {
  return (
    <main className={classes.page} id="fb-main">
      <Choice />
    </main>
  );
}
