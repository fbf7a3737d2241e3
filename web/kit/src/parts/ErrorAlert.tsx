// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Problem } from '../api/problem';
import { useKitText } from '../i18n/kit';
import classes from './ErrorAlert.module.css';

/** The sentence of an error in the language of the page: the server's own where it gave one. */
export function useErrorText(): (error: unknown) => string {
  const say = useKitText();
  return (error) => {
    if (error instanceof Problem) {
      if (error.unreachable) {
        return say('unreachable');
      } else if (error.message !== '') {
        return error.message;
      } else if (error.status === 404 || error.status === 403) {
        return say('notFound');
      }
    }
    return say('unexpected');
  };
}

/** An error of a whole page or form, at its top, taking the focus. Errors of one field stand at the field instead. */
export function ErrorAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useErrorText();
  const say = useKitText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) {
      box.current?.focus();
    }
  }, [error]);
  if (!error) {
    return null;
  }
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      className={classes.alert}
      icon={<IconAlertCircle size={20} stroke={1.75} aria-hidden />}
      role="alert"
    >
      <p className={classes.text}>{text(error)}</p>
      {onRetry && (
        <Button variant="default" size="xs" mt={8} onClick={onRetry}>
          {say('retry')}
        </Button>
      )}
    </Alert>
  );
}
