// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from '@fumibako/kit';
import classes from './Settings.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, with what it is about before it. */
export function Choice({ label, value, data, onChange }: Props) {
  return (
    <div className={classes.choice}>
      <span>{label}</span>
      <SegmentedControl aria-label={label} size="xs" data={[...data]} value={value} onChange={onChange} />
    </div>
  );
}
