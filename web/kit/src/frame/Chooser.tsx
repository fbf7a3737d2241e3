// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { lazy } from 'react';
import classes from './Chooser.module.css';
import { LazyMenu } from './LazyMenu';

export interface ChooserProps {
  /** What is chosen here, for those who hear the page. */
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly onChoose: (value: string) => void;
}

const ChooserBox = lazy(() => import('./ChooserBox'));

/** The thing that the whole surface is about, at the top of its navigation: the domain of the server panel. */
export function Chooser(props: ChooserProps) {
  const button = (
    <UnstyledButton className={classes.button} aria-label={`${props.label}: ${props.value}`}>
      <span className={classes.value}>{props.value}</span>
      <IconSelector size={16} stroke={1.75} aria-hidden />
    </UnstyledButton>
  );
  return <LazyMenu button={button} menu={(target) => <ChooserBox {...props} target={target} />} />;
}
