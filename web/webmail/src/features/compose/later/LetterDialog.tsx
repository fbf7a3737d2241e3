// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, useFormats } from '@fumibako/kit';
import classes from './Later.module.css';
import type { Letter } from './scheduled';
import { useLaterText } from './text';
import type { LetterCommands } from './useLetters';

interface Props {
  readonly letters: readonly Letter[];
  readonly commands: LetterCommands;
  readonly onClose: () => void;
}

/** What waits for its time, the next first. */
export default function LetterDialog({ letters, commands, onClose }: Props) {
  const say = useLaterText();
  const formats = useFormats();
  return (
    <Modal opened onClose={onClose} title={say('title')} closeButtonProps={{ 'aria-label': say('close') }}>
      {letters.length === 0 && <p className="fb-hint">{say('none')}</p>}
      <ul className={classes.list}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <p className={classes.subject}>{letter.subject || say('noSubject')}</p>
            <p>{say('goes', { time: formats.fullTime(letter.sendAt) })}</p>
            <p className={classes.dim}>{say('to', { list: letter.to.join(', ') })}</p>
            <div className={classes.buttons}>
              <Button size="xs" variant="default" onClick={() => void commands.callBack(letter)}>
                {say('cancel')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
