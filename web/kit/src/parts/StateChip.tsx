// SPDX-License-Identifier: Apache-2.0
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconCircleMinus, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './StateChip.module.css';

/** How a thing is: well, to be looked at, to be acted on now, under way, not set or not ours. */
export type State = 'ok' | 'warn' | 'attention' | 'waiting' | 'off';

// Different shapes, so that a grey print still tells them apart.
const icons = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  attention: IconAlertCircle,
  waiting: IconClock,
  off: IconCircleMinus,
} as const;

/** An icon and the word that says the thing itself (残り71日, 他社). Only what asks for something is filled. */
export function StateChip({ state, children }: { state: State; children: ReactNode }) {
  return (
    <span className={`fb-chip ${classes.chip} ${classes[state]}`} data-state={state}>
      <StateIcon state={state} size={14} />
      <span>{children}</span>
    </span>
  );
}

/** The icon alone, for rows whose words stand beside it. */
export function StateIcon({ state, size = 20 }: { state: State; size?: number }) {
  const Icon = icons[state];
  return <Icon className={classes[`icon-${state}`]} size={size} stroke={size < 16 ? 2 : 1.75} aria-hidden />;
}
