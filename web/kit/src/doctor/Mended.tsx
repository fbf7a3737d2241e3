// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Card } from '../parts/Card';
import { ErrorAlert } from '../parts/ErrorAlert';
import classes from './doctor.module.css';
import { useDoctorText } from './text';

/** Something that was mended from this page. */
export interface Change {
  readonly check: string;
  readonly label: string;
  readonly undo: (() => Promise<unknown>) | undefined;
}

/** What was done, as long as the page is open, with the way back. */
export function Mended({ change, onUndone }: { change: Change; onUndone: () => Promise<void> }) {
  const say = useDoctorText();
  const undoing = useMutation({ mutationFn: () => change.undo?.() ?? Promise.resolve(), onSuccess: onUndone });
  return (
    <Card padded>
      <div className={classes.done} role="status">
        <IconCircleCheck size={20} stroke={1.75} className={classes.ok} aria-hidden />
        <b>{say('done', { label: change.label })}</b>
        {change.undo && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undoing.isPending}
            onClick={() => undoing.mutate()}
          >
            {say('undo')}
          </Button>
        )}
      </div>
      <ErrorAlert error={undoing.error} />
    </Card>
  );
}
