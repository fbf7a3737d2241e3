// SPDX-License-Identifier: Apache-2.0

import {
  type Icon,
  IconArrowForwardUp,
  IconDownload,
  IconFilter,
  IconMail,
  IconPlane,
  IconSend,
  IconShieldCheck,
  IconTrash,
} from '@tabler/icons-react';
import { useFormats } from '../format';
import type { Say } from '../i18n';
import { Evidence } from '../parts/Evidence';
import { StateChip } from '../parts/StateChip';
import type { ja } from './ja';
import { fact, type Happening, isEnd, type Message, sentence } from './message';
import { useTraceText } from './text';
import classes from './trace.module.css';

const icons: Record<string, Icon> = {
  authenticated: IconShieldCheck,
  judged: IconFilter,
  sorted: IconFilter,
  discarded: IconTrash,
  deleted: IconTrash,
  purged: IconTrash,
  queued: IconSend,
  delivered: IconPlane,
  forwarded: IconArrowForwardUp,
  seen: IconDownload,
};

/** What happened, one line an event, each with its evidence. */
export function Story({ message }: { message: Message }) {
  return (
    <ol className={classes.story}>
      {message.events.map((event) => (
        <Step key={event.id} event={event} />
      ))}
    </ol>
  );
}

function Step({ event }: { event: Happening }) {
  const say = useTraceText();
  const formats = useFormats();
  const Picture = icons[event.kind] ?? IconMail;
  const words = fact(event, 'words') || fact(event, 'why');
  return (
    <li data-end={isEnd(event) || undefined}>
      <time dateTime={event.at}>{formats.exactTime(event.at)}</time>
      <span className={classes.mark}>
        <Picture size={14} stroke={1.75} aria-hidden />
      </span>
      <div>
        <b>{sentence(event, say)}</b>
        <span className={classes.sub}>{origin(event, say)}</span>
        {event.kind === 'authenticated' && <Checks event={event} />}
        {event.kind === 'judged' && (
          <span className={classes.sub}>{say('score', { score: fact(event, 'score') })}</span>
        )}
        {words && <p className={`fb-mono ${classes.said}`}>{words}</p>}
        {fact(event, 'next') && (
          <span className={classes.sub}>{say('next', { time: formats.shortTime(fact(event, 'next')) })}</span>
        )}
        {event.facts.length > 0 && (
          <Evidence summary={say('raw')} raw={event.facts.map((one) => `${one.name}: ${one.value}`).join('\n')} />
        )}
      </div>
    </li>
  );
}

/** Through which door, by which device, from where. */
function origin(event: Happening, say: Say<typeof ja>): string {
  return [
    say(`door-${event.protocol}` as 'door-system'),
    event.appPassword && say('appPassword', { name: event.appPassword }),
    event.client,
    event.peer && (event.country ? `${event.peer} (${event.country})` : event.peer),
    fact(event, 'server') && say('server', { server: fact(event, 'server') }),
  ]
    .filter((part) => part !== '')
    .join('  ');
}

function Checks({ event }: { event: Happening }) {
  return (
    <span className={classes.checks}>
      <Check name="SPF" result={fact(event, 'spf')} />
      <Check name="DKIM" result={fact(event, 'dkim')} />
      <Check name="DMARC" result={fact(event, 'dmarc')} />
    </span>
  );
}

function Check({ name, result }: { name: string; result: string }) {
  const say = useTraceText();
  if (/^pass\b/.test(result)) {
    return <StateChip state="ok">{`${name} ${say('passed')}`}</StateChip>;
  } else if (result === '' || /^none\b/.test(result)) {
    return <StateChip state="off">{`${name} ${say('unset')}`}</StateChip>;
  }
  return <StateChip state="warn">{`${name} ${say('notPassed')}`}</StateChip>;
}
