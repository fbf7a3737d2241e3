// SPDX-License-Identifier: Apache-2.0
import { UsageBar, useFormats } from '@fumibako/kit';
import classes from './customers.module.css';
import { useCustomersText } from './text';

interface Props {
  readonly label: string;
  readonly used: number;
  /** Undefined while the plans are not there yet, or when the plan is none of them any more. */
  readonly allowed: number | undefined;
  readonly megabytes?: boolean;
}

/** How much of what the plan allows is used. */
export function Use({ label, used, allowed, megabytes = false }: Props) {
  const say = useCustomersText();
  const formats = useFormats();
  if (allowed === undefined) {
    return <span>{megabytes ? formats.megabytes(used) : formats.number(used)}</span>;
  }
  return (
    <div className={classes.use}>
      <UsageBar
        label={label}
        used={used}
        allowed={allowed}
        text={
          megabytes
            ? formats.usage(used, allowed)
            : say('of', { used: formats.number(used), allowed: formats.number(allowed) })
        }
      />
    </div>
  );
}
