// SPDX-License-Identifier: Apache-2.0
import { IconAlertCircle } from '@tabler/icons-react';
import classes from './FieldError.module.css';

/** What stands under a field: an icon and what to do. Give it to a Mantine input as `error`. */
export function FieldError({ text }: { text: string }) {
  return (
    <span className={classes.error}>
      <IconAlertCircle size={14} stroke={2} aria-hidden />
      <span>{text}</span>
    </span>
  );
}

/** The `error` of an input: nothing when there is no text. */
export function fieldError(text: string | undefined | null | false) {
  return text ? <FieldError text={text} /> : undefined;
}
