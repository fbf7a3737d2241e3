// SPDX-License-Identifier: Apache-2.0
import { useFormats } from '../format';
import { isEnd, type Message, sentence } from './message';
import { useTraceText } from './text';
import classes from './trace.module.css';

/** Steps that fit beside each other. */
const MOST = 6;

/** The life of a message as a line with its steps. Whoever hears the page has the list below instead. */
export function Strip({ message }: { message: Message }) {
  const say = useTraceText();
  const formats = useFormats();
  const steps = message.events.length > MOST ? [message.events[0], ...message.events.slice(1 - MOST)] : message.events;
  return (
    <ol className={classes.strip} aria-hidden>
      {steps.map(
        (event) =>
          event && (
            <li key={event.id} data-end={isEnd(event) || undefined}>
              <b>{sentence(event, say)}</b>
              <span>{formats.shortTime(event.at)}</span>
            </li>
          ),
      )}
    </ol>
  );
}
