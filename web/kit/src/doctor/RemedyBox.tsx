// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorAlert } from '../parts/ErrorAlert';
import { callRemedy } from './api/callRemedy';
import classes from './doctor.module.css';
import type { Remedy } from './finding';
import { useDoctorText } from './text';

/** Where it is done: by a click here, on another page, or only by whoever manages the domain. */
export type Way = 'here' | 'manager' | { readonly href: string };

interface Props {
  readonly remedy: Remedy;
  readonly way: Way | undefined;
  /** Looks again at what was mended; `undo` takes it back, where something does. */
  readonly onDone: (undo: (() => Promise<unknown>) | undefined) => Promise<void>;
}

/** What can be done: explained before, in one click, and taken back in one. */
export function RemedyBox({ remedy, way, onDone }: Props) {
  const say = useDoctorText();
  return (
    <section className={classes.remedy}>
      <h3>{say('remedyTitle')}</h3>
      {remedy.explanation && <p className="fb-prose">{remedy.explanation}</p>}
      <Doing remedy={remedy} way={way} onDone={onDone} />
    </section>
  );
}

function Doing({ remedy, way, onDone }: Props) {
  const say = useDoctorText();
  if (way === 'manager') {
    return (
      <>
        <b>{remedy.label}</b>
        <p className="fb-prose">{say('forManager')}</p>
      </>
    );
  }
  const screen = typeof way === 'object' ? way.href : remedy.screen;
  return screen !== null ? (
    <Screen remedy={remedy} screen={screen} leaves={way !== undefined} />
  ) : (
    <Call remedy={remedy} onDone={onDone} />
  );
}

/** A place where a person has to choose. Webmail is a bundle of its own. */
function Screen({ remedy, screen, leaves }: { remedy: Remedy; screen: string; leaves: boolean }) {
  return leaves || screen.startsWith('/webmail') ? (
    <Button component="a" href={screen} variant="default" size="md">
      {remedy.label}
    </Button>
  ) : (
    <Button component={Link} to={screen} variant="default" size="md">
      {remedy.label}
    </Button>
  );
}

function Call({ remedy, onDone }: Omit<Props, 'way'>) {
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
