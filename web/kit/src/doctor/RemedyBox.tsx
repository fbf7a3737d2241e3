// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorAlert } from '../parts/ErrorAlert';
import { callRemedy } from './api/callRemedy';
import classes from './doctor.module.css';
import type { Remedy } from './finding';
import { useDoctorText } from './text';

interface Props {
  readonly remedy: Remedy;
  /** Looks again at what was mended; `undo` takes it back, where something does. */
  readonly onDone: (undo: (() => Promise<unknown>) | undefined) => Promise<void>;
}

/** What can be done: explained before, in one click, and taken back in one. */
export function RemedyBox({ remedy, onDone }: Props) {
  const say = useDoctorText();
  return (
    <section className={classes.remedy}>
      <h3>{say('remedyTitle')}</h3>
      {remedy.explanation && <p className="fb-prose">{remedy.explanation}</p>}
      {remedy.screen !== null ? (
        <Screen remedy={remedy} screen={remedy.screen} />
      ) : (
        <Call remedy={remedy} onDone={onDone} />
      )}
    </section>
  );
}

/** A place where a person has to choose. Webmail is a bundle of its own. */
function Screen({ remedy, screen }: { remedy: Remedy; screen: string }) {
  return screen.startsWith('/webmail') ? (
    <Button component="a" href={screen} variant="default" size="md">
      {remedy.label}
    </Button>
  ) : (
    <Button component={Link} to={screen} variant="default" size="md">
      {remedy.label}
    </Button>
  );
}

function Call({ remedy, onDone }: Props) {
  const say = useDoctorText();
  const doing = useMutation({ mutationFn: () => callRemedy(remedy), onSuccess: onDone });
  return (
    <>
      {remedy.before !== null && (
        <dl className={classes.diff}>
          <div>
            <dt>{say('before')}</dt>
            <dd>{remedy.before}</dd>
          </div>
          <div data-after>
            <dt>{say('after')}</dt>
            <dd>{remedy.after}</dd>
          </div>
        </dl>
      )}
      <ErrorAlert error={doing.error} />
      <div className={classes.act}>
        <Button size="md" loading={doing.isPending} onClick={() => doing.mutate()}>
          {remedy.label}
        </Button>
        {remedy.undoableDays !== null && (
          <span className={classes.dim}>{say('undoable', { days: remedy.undoableDays })}</span>
        )}
      </div>
    </>
  );
}
