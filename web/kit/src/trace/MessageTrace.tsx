// SPDX-License-Identifier: Apache-2.0
import { Button, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useFormats } from '../format';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { PageHead } from '../parts/PageHead';
import { box, type Happening, type Message } from './message';
import { Story } from './Story';
import { Strip } from './Strip';
import { useTraceText } from './text';
import classes from './trace.module.css';
import { MessageState, Way } from './traceRows';

/** The life of one message: where it is in a sentence, then what happened, then what is known of it. */
export default function MessageTrace({ message, onBack }: { message: Message | undefined; onBack: () => void }) {
  const say = useTraceText();
  const formats = useFormats();
  if (!message) {
    return (
      <>
        <PageHead title={say('title')} />
        <EmptyState text={say('gone')} action={<Button onClick={onBack}>{say('another')}</Button>} />
      </>
    );
  }
  return (
    <>
      <nav className={classes.crumbs} aria-label={say('back')}>
        <UnstyledButton onClick={onBack}>{say('back')}</UnstyledButton>
      </nav>
      <PageHead
        title={message.subject || say('noSubject')}
        lead={
          <>
            <Way message={message} />
            <span className={classes.sub}>
              {formats.fullTime(message.at)} {message.size > 0 && formats.size(message.size)}
            </span>
          </>
        }
        status={<MessageState message={message} />}
        actions={
          <Button variant="default" leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />} onClick={onBack}>
            {say('another')}
          </Button>
        }
      />
      <Strip message={message} />
      <div className={classes.columns}>
        <Card title={say('events')} note={say('zone')} padded>
          <Story message={message} />
        </Card>
        <div className={classes.side}>
          <Answer message={message} />
          <Record message={message} />
        </div>
      </div>
    </>
  );
}

/** Who did the last thing, as people would name the device. */
function who(event: Happening | undefined, someone: string): string {
  return event?.appPassword || event?.client || event?.peer || someone;
}

function Answer({ message }: { message: Message }) {
  const say = useTraceText();
  const gone = message.events.findLast((event) => event.kind === 'deleted');
  return (
    <Card padded>
      <h2 className={classes.answer}>
        {say(`head-${message.state}`, { mailbox: box(message.mailbox, say), who: who(gone, say('someone')) })}
      </h2>
      <p className="fb-prose">{say(`text-${message.state}`)}</p>
    </Card>
  );
}

function Record({ message }: { message: Message }) {
  const say = useTraceText();
  const formats = useFormats();
  return (
    <Card title={say('record')} padded>
      <dl className={classes.facts}>
        <dt>{say('subject')}</dt>
        <dd>{message.subject || say('noSubject')}</dd>
        <dt>{say('sender')}</dt>
        <dd>{message.sender || say('noSender')}</dd>
        <dt>{say('recipients')}</dt>
        <dd>{message.recipients.join(', ')}</dd>
        {message.size > 0 && (
          <>
            <dt>{say('size')}</dt>
            <dd>{formats.size(message.size)}</dd>
          </>
        )}
        {message.messageId && (
          <>
            <dt>{say('id')}</dt>
            <dd className="fb-mono">{message.messageId}</dd>
          </>
        )}
      </dl>
      <p className="fb-hint">{say('bodyHint')}</p>
    </Card>
  );
}
