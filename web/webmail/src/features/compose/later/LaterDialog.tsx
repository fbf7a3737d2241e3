// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, TextInput, useFormats } from '@fumibako/kit';
import { type FormEvent, useState } from 'react';
import classes from './Later.module.css';
import { fieldOf, suggestions, timeOf } from './scheduled';
import { useLaterText } from './text';

/** How long a letter may wait, days: less than what the server allows, whatever the clock of this computer says. */
const MOST_DAYS = 60;

const DAY_MS = 86_400_000;

/** When to send: one of some times that one often means, or any. */
export default function LaterDialog({ onClose, onSend }: { onClose: () => void; onSend: (at: Date) => void }) {
  const say = useLaterText();
  const formats = useFormats();
  const [now] = useState(() => new Date());
  const offered = suggestions(now);
  const [text, setText] = useState(() => fieldOf(offered[0]?.at ?? now));
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form of the message is around this one, although it is elsewhere on the page.
    event.stopPropagation();
    const at = timeOf(text);
    if (!(at.getTime() > Date.now() && at.getTime() < Date.now() + MOST_DAYS * DAY_MS)) {
      setWrong(say('past', { days: MOST_DAYS }));
      return;
    }
    onSend(at);
  };
  return (
    <Modal opened onClose={onClose} title={say('later')} closeButtonProps={{ 'aria-label': say('close') }}>
      <p className="fb-prose">{say('lead')}</p>
      <div className={classes.offered}>
        {offered.map(({ key, at }) => (
          <Button
            key={key}
            variant="default"
            justify="space-between"
            fullWidth
            onClick={() => onSend(at)}
            rightSection={formats.fullTime(at.toISOString())}
          >
            {say(key)}
          </Button>
        ))}
      </div>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          className={classes.at}
          type="datetime-local"
          label={say('at')}
          value={text}
          error={wrong}
          min={fieldOf(now)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{say('go')}</Button>
      </form>
    </Modal>
  );
}
