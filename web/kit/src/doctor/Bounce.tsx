// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { components } from '../api';
import { useFormats } from '../format';
import { Card } from '../parts/Card';
import { ErrorAlert } from '../parts/ErrorAlert';
import { Evidence } from '../parts/Evidence';
import { Note } from '../parts/Note';
import { explainBounce } from './api/explainBounce';
import classes from './doctor.module.css';
import { useDoctorText } from './text';

export type BounceFailure = components['schemas']['FailureView'];

/** Paste an error mail, read what it means. `next` is what stands below a failure: the way to its symptom. */
export function Bounce({ next }: { next: (failure: BounceFailure) => ReactNode }) {
  const say = useDoctorText();
  const [text, setText] = useState('');
  const asking = useMutation({ mutationFn: explainBounce });
  const failures = asking.data?.failures;
  return (
    <div className={classes.stack}>
      <Card padded>
        <Textarea
          label={say('bounceText')}
          description={say('bounceNotSaved')}
          autosize
          minRows={8}
          maxRows={20}
          classNames={{ input: 'fb-mono' }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button mt={12} disabled={text.trim() === ''} loading={asking.isPending} onClick={() => asking.mutate(text)}>
          {say('bounceDo')}
        </Button>
      </Card>
      <ErrorAlert error={asking.error} />
      <div className={classes.stack} aria-live="polite">
        {failures?.length === 0 && (
          <Card padded>
            <p className={`fb-prose ${classes.tight}`}>{say('bounceNone')}</p>
          </Card>
        )}
        {asking.data && failures && failures.length > 0 && <Record seen={asking.data} />}
        {failures?.map((failure) => (
          <Card key={failure.address + failure.words}>
            <article className={classes.finding} data-kind={failure.kind}>
              <span className="fb-mono">{failure.address || say('bounceNobody')}</span>
              <h2 className={classes.headline}>{failure.meaning}</h2>
              <p className="fb-prose">{failure.advice}</p>
              <Evidence summary={say('bounceWords')} raw={failure.words} />
              {next(failure)}
            </article>
          </Card>
        ))}
      </div>
    </div>
  );
}

/** What our own record says of the message that the error mail is about. */
function Record({ seen }: { seen: components['schemas']['BounceView'] }) {
  const say = useDoctorText();
  const formats = useFormats();
  if (!seen.named) {
    return null;
  }
  return seen.sent === null ? (
    <Note kind="warn">{say('bounceNotOurs')}</Note>
  ) : (
    <Note kind="ok">{say('bounceOurs', { from: seen.from ?? '', time: formats.fullTime(seen.sent) })}</Note>
  );
}
