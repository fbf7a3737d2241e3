// SPDX-License-Identifier: Apache-2.0
import { Button, Note, useFormats } from '@fumibako/kit';
import { useEffect, useRef } from 'react';
import classes from './Compose.module.css';
import { useComposeText } from './text';
import type { Sending } from './useSend';
import type { Warning } from './warnings';

interface Props {
  readonly sending: Sending;
  /** Octets that were too many. */
  readonly refused: number | undefined;
  readonly most: number;
}

/** Why it was not sent, and what one may have overlooked. */
export function Problems({ sending, refused, most }: Props) {
  const say = useComposeText();
  const formats = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const { failure } = sending;
  const asked = sending.warnings.length > 0;
  useEffect(() => {
    if (asked || failure !== undefined) {
      place.current?.focus();
    }
  }, [asked, failure]);
  return (
    <div ref={place} tabIndex={-1} role="alert" className={classes.problems}>
      {refused !== undefined && (
        <Note kind="warn">{say('tooMuch', { size: formats.size(refused), most: formats.size(most) })}</Note>
      )}
      {failure !== undefined && <Note kind="warn">{failure}</Note>}
      {asked && <Overlooked sending={sending} />}
    </div>
  );
}

function Overlooked({ sending }: { sending: Sending }) {
  const say = useComposeText();
  return (
    <Note kind="warn">
      {sending.warnings.map((warning) => (
        <p key={JSON.stringify(warning)} className={classes.warning}>
          {sentence(warning, say)}
        </p>
      ))}
      <div className={classes.choice}>
        <Button size="xs" onClick={() => void sending.send(true)}>
          {say('sendAnyway')}
        </Button>
        <Button size="xs" variant="default" onClick={sending.dismiss}>
          {say('goOnWriting')}
        </Button>
      </div>
    </Note>
  );
}

function sentence(warning: Warning, say: ReturnType<typeof useComposeText>): string {
  switch (warning.kind) {
    case 'noSubject':
      return say('warnSubject');
    case 'noAttachment':
      return say('warnAttachment', { word: warning.word });
    case 'lookAlike':
      return say('warnLike', { email: warning.email, like: warning.like });
  }
}
