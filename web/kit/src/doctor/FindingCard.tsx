// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Card } from '../parts/Card';
import { Evidence } from '../parts/Evidence';
import { StateChip } from '../parts/StateChip';
import classes from './doctor.module.css';
import { type Finding, stateOf } from './finding';
import { useDoctorText } from './text';

const CHIPS = { cause: 'outcomeCause', suspicious: 'outcomeSuspicious', fine: 'outcomeFine' } as const;

interface Props {
  readonly finding: Finding;
  /** Whether it is what has to be read first: its facts are unfolded. */
  readonly first?: boolean;
  /** What can be done. */
  readonly children?: ReactNode;
}

/** What a check came to: the sentence, why, what it rests on. */
export function FindingCard({ finding, first = false, children }: Props) {
  const say = useDoctorText();
  const raw = finding.evidence.flatMap((fact) => fact.records).join('\n');
  return (
    <Card>
      <article className={classes.finding} data-finding={finding.check} data-outcome={finding.outcome}>
        <StateChip state={stateOf(finding)}>
          {say(CHIPS[finding.outcome as keyof typeof CHIPS] ?? 'outcomeUnknown')}
        </StateChip>
        <h2 className={classes.headline}>{finding.headline}</h2>
        {finding.explanation && <p className="fb-prose">{finding.explanation}</p>}
        {finding.evidence.length > 0 && (
          <Evidence
            summary={say('facts', { count: finding.evidence.length })}
            open={first}
            {...(raw !== '' && { raw })}
          >
            <dl className={classes.facts}>
              {finding.evidence.map((fact, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two facts may read the same
                <div key={at}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          </Evidence>
        )}
        {children}
      </article>
    </Card>
  );
}
