// SPDX-License-Identifier: Apache-2.0
import { Modal } from '@fumibako/kit';
import { sheet } from '../list/sheet';
import classes from './KeySheet.module.css';
import { KEYS } from './keyNames';
import { useKeysText } from './text';

/** All keys, for whoever presses `?`. */
export default function KeySheet() {
  const say = useKeysText();
  return (
    <Modal
      opened
      onClose={() => sheet.set(false)}
      size="lg"
      title={say('keys')}
      closeButtonProps={{ 'aria-label': say('close') }}
      transitionProps={{ duration: 120 }}
    >
      <dl className={classes.keys}>
        {KEYS.map(([keys, text]) => (
          <div key={text} className={classes.line}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <p className="fb-hint">{say('keysNote')}</p>
    </Modal>
  );
}
