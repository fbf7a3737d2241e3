// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy } from 'react';
import { useKitText } from '../i18n/kit';
import classes from './Header.module.css';
import { LazyMenu } from './LazyMenu';
import type { Surface } from './nav';

const SurfaceMenuBox = lazy(() => import('./SurfaceMenuBox'));

/** The name of this surface, and the way to the others this person may enter. */
export function SurfaceMenu({ current, others }: { current: string; others: readonly Surface[] }) {
  const say = useKitText();
  if (others.length === 0) {
    return <span className={classes.surface}>{current}</span>;
  }
  const button = (
    <UnstyledButton className={classes.surface} title={say('switchSurface')}>
      {current}
      <IconChevronDown size={14} aria-hidden />
    </UnstyledButton>
  );
  return <LazyMenu button={button} menu={(target) => <SurfaceMenuBox others={others} target={target} />} />;
}
