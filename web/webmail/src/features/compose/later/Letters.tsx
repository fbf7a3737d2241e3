// SPDX-License-Identifier: Apache-2.0
import { Button } from '@fumibako/kit';
import { lazy, Suspense, useState } from 'react';
import { usePlace } from '../../../app/pane';
import classes from '../Compose.module.css';
import { isRefused, type Letter } from './scheduled';
import { useLaterText } from './text';
import { type LetterCommands, useLetterCommands, useLetters } from './useLetters';

const LetterDialog = lazy(() => import('./LetterDialog'));

/** Beside the drafts, what of them waits for its time; anywhere, what was to go and did not. */
export function Letters() {
  const say = useLaterText();
  const letters = useLetters();
  const commands = useLetterCommands();
  const { box, what } = usePlace();
  const [open, setOpen] = useState(false);
  const refused = letters.find(isRefused);
  const waiting = letters.filter((letter) => !isRefused(letter));
  return (
    <>
      {refused && <Refused letter={refused} commands={commands} />}
      {box === 'drafts' && what === 'list' && waiting.length > 0 && (
        <section className={classes.offer} aria-label={say('title')}>
          <p>{say('waiting', { count: waiting.length })}</p>
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {say('show')}
          </Button>
        </section>
      )}
      <Suspense fallback={null}>
        {open && <LetterDialog letters={waiting} commands={commands} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

function Refused({ letter, commands }: { letter: Letter; commands: LetterCommands }) {
  const say = useLaterText();
  const reply = Object.values(letter.deliveryStatus ?? {})[0]?.smtpReply ?? '';
  const openDraft = async () => {
    await commands.forget(letter);
    await commands.open(letter.emailId);
  };
  return (
    <section className={classes.offer} role="alert">
      <p>
        {say('refusedOne', { subject: letter.subject || say('noSubject') })} {say('reply', { text: reply })}
      </p>
      <Button size="xs" onClick={() => void openDraft()}>
        {say('open')}
      </Button>
      <Button size="xs" variant="default" onClick={() => void commands.forget(letter)}>
        {say('forget')}
      </Button>
    </section>
  );
}
