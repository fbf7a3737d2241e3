// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@mantine/core';
import { useKitText } from '../i18n/kit';
import classes from './SkeletonRows.module.css';

const WIDTHS = ['62%', '48%', '71%', '55%', '66%', '44%'];

/** The shape of a list that is on its way; it appears after 0.3 s, so quick answers never flash. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  const say = useKitText();
  return (
    <div className={classes.rows} role="status" aria-label={say('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have no other identity
        <div className={classes.row} key={row}>
          <Skeleton height={14} width={WIDTHS[row % WIDTHS.length]} radius="sm" />
          <Skeleton height={10} width="24%" radius="sm" mt={8} />
        </div>
      ))}
    </div>
  );
}
