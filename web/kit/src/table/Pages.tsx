// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useKitText } from '../i18n/kit';
import classes from './DataTable.module.css';

interface Props {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly shown: number;
  readonly onMove: (offset: number) => void;
}

/** Which part of a list is shown, and the ways to its neighbours. */
export function Pages({ offset, limit, total, shown, onMove }: Props) {
  const say = useKitText();
  if (total <= shown && offset === 0) {
    return null;
  }
  return (
    <div className={classes.pages}>
      <span>{say('shown', { total, from: offset + 1, to: offset + shown })}</span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - limit))}
        leftSection={<IconChevronLeft size={14} aria-hidden />}
      >
        {say('previous')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={offset + shown >= total}
        onClick={() => onMove(offset + limit)}
        rightSection={<IconChevronRight size={14} aria-hidden />}
      >
        {say('next')}
      </Button>
    </div>
  );
}
