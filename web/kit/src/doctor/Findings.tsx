// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Card } from '../parts/Card';
import { StateChip } from '../parts/StateChip';
import { CheckList } from './CheckList';
import classes from './doctor.module.css';
import { FindingCard } from './FindingCard';
import { type Check, type Finding, foremost } from './finding';
import { useDoctorText } from './text';
import type { Progress } from './useExamination';

interface Props {
  readonly checks: readonly Check[];
  readonly progress: ReadonlyMap<string, Progress>;
  readonly done: boolean;
  /** The check that the reader wants to see; otherwise what has to be read first. */
  readonly chosen: string | undefined;
  readonly onChoose: (check: string) => void;
  /** What can be done about a finding. */
  readonly remedy: (finding: Finding) => ReactNode;
  /** What was done already. */
  readonly children?: ReactNode;
}

/** The list of checks, and beside it what was found: the cause first, then whatever else is not as it should be. */
export function Findings({ checks, progress, done, chosen, onChoose, remedy, children }: Props) {
  const say = useDoctorText();
  const found = checks.map((check) => progress.get(check.id)).filter((met): met is Finding => typeof met === 'object');
  const first = foremost(found);
  const main = found.find((finding) => finding.check === chosen) ?? first;
  const others = found.filter(
    (finding) => finding !== main && (finding.outcome === 'cause' || finding.outcome === 'suspicious'),
  );
  return (
    <div className={classes.two}>
      <div className={classes.stack}>
        <CheckList checks={checks} progress={progress} shown={main?.check} onShow={onChoose} />
        <p className="fb-hint">
          {say('privacy')} {say('zone')}
        </p>
      </div>
      <div className={`${classes.stack} ${classes.answer}`} aria-live="polite" aria-busy={!done}>
        {first === undefined && <Verdict done={done} found={found} checks={checks.length} />}
        {main && (
          <FindingCard key={main.check} finding={main} first>
            {remedy(main)}
          </FindingCard>
        )}
        {children}
        {others.length > 0 && <h2>{say('others')}</h2>}
        {others.map((finding) => (
          <FindingCard key={finding.check} finding={finding}>
            {remedy(finding)}
          </FindingCard>
        ))}
      </div>
    </div>
  );
}

/** What there is to say when nothing was found, or not yet. */
function Verdict({ done, found, checks }: { done: boolean; found: readonly Finding[]; checks: number }) {
  const say = useDoctorText();
  const open = checks - found.filter((finding) => finding.outcome !== 'unknown').length;
  return (
    <Card>
      <div className={classes.finding} data-verdict={done ? 'nothing' : 'running'}>
        <StateChip state={done ? 'off' : 'waiting'}>{say(done ? 'outcomeUnknown' : 'checking')}</StateChip>
        <h2 className={classes.headline}>{say(done ? 'nothingTitle' : 'runningTitle')}</h2>
        <p className="fb-prose">
          {!done ? say('running') : open > 0 ? say('nothingUnknown', { count: open }) : say('nothing')}
        </p>
      </div>
    </Card>
  );
}
