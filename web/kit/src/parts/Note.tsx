// SPDX-License-Identifier: Apache-2.0
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

const icons = { info: IconInfoCircle, ok: IconShieldCheck, warn: IconAlertTriangle } as const;

interface Props {
  readonly kind: keyof typeof icons;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A sentence or two that belong to what stands beside them. */
export function Note({ kind, title, children }: Props) {
  const Icon = icons[kind];
  return (
    <div className={classes.note} data-kind={kind}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <div>
        {title && <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}
