// SPDX-License-Identifier: Apache-2.0
import { Loader, UnstyledButton } from '@mantine/core';
import { Card } from '../parts/Card';
import { StateIcon } from '../parts/StateChip';
import classes from './doctor.module.css';
import { type Check, stateOf } from './finding';
import { useDoctorText } from './text';
import type { Progress } from './useExamination';

interface Props {
  readonly checks: readonly Check[];
  readonly progress: ReadonlyMap<string, Progress>;
  /** The one whose finding is shown beside the list. */
  readonly shown: string | undefined;
  readonly onShow: (check: string) => void;
}

/** Everything that is looked at, each with its mark as soon as it has one. */
export function CheckList({ checks, progress, shown, onShow }: Props) {
  const say = useDoctorText();
  const met = [...progress.values()];
  const fine = met.filter((one) => typeof one === 'object' && one.outcome === 'fine').length;
  return (
    <Card title={say('checked')} aside={<span className={classes.dim}>{say('fineCount', { count: fine })}</span>}>
      <ol className={classes.checks}>
        {checks.map((check) => (
          <Line
            key={check.id}
            check={check}
            met={progress.get(check.id) ?? 'running'}
            current={check.id === shown}
            onShow={onShow}
          />
        ))}
      </ol>
    </Card>
  );
}

interface LineProps {
  readonly check: Check;
  readonly met: Progress;
  readonly current: boolean;
  readonly onShow: (check: string) => void;
}

function Line({ check, met, current, onShow }: LineProps) {
  const say = useDoctorText();
  if (typeof met === 'string') {
    return (
      <li className={classes.check}>
        {met === 'running' ? <Loader size={16} aria-hidden /> : <StateIcon state="off" size={16} />}
        <span>{check.subject}</span>
        <span className={classes.dim}>{met === 'running' ? say('checking') : say('failed')}</span>
      </li>
    );
  }
  const words = { fine: 'outcomeFine', cause: 'outcomeCause', suspicious: 'outcomeSuspicious' } as const;
  const word = say(words[met.outcome as keyof typeof words] ?? 'outcomeUnknown');
  return (
    <li>
      <UnstyledButton
        className={classes.check}
        aria-current={current || undefined}
        data-outcome={met.outcome}
        data-check={check.id}
        onClick={() => onShow(check.id)}
      >
        <StateIcon state={stateOf(met)} size={16} />
        <span>
          {check.subject}
          <span className={classes.hidden}> {word}</span>
        </span>
        <span className={classes.dim}>{say('seconds', { seconds: (met.milliseconds / 1000).toFixed(1) })}</span>
      </UnstyledButton>
    </li>
  );
}
