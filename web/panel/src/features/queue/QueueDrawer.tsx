// SPDX-License-Identifier: Apache-2.0
import { Button, DrawerSection, ErrorAlert, Link, Note, SideDrawer, SkeletonRows, useFormats } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { useState } from 'react';
import { getQueued } from './api/getQueued';
import classes from './queue.module.css';
import { isOpen, keyOf, type Queued, QueueState } from './queueRows';
import { useQueueText } from './text';
import { useSteering } from './useSteering';

interface Props {
  readonly domain: string;
  /** The key of the recipient. */
  readonly of: string;
  readonly onClose: () => void;
}

/** One message on its way to one recipient: what came of each attempt, and what can be done. */
export default function QueueDrawer({ domain, of, onClose }: Props) {
  const say = useQueueText();
  const [id = '', recipient = ''] = of.split(' ', 2);
  const [asking, setAsking] = useState(false);
  const queued = useQuery({ queryKey: ['queue', 'message', id], queryFn: () => getQueued(id), retry: false });
  const steering = useSteering(id, recipient, (what) => {
    setAsking(false);
    if (what === 'cancel') {
      onClose();
    }
  });
  const item = queued.data?.items.find((one) => keyOf(one) === of);
  const open = item !== undefined && isOpen(item);
  const held = item?.state === 'held';
  return (
    <SideDrawer
      title={recipient}
      note={item?.subject}
      onClose={onClose}
      footer={
        open && (
          <>
            <Button loading={steering.isPending} onClick={() => steering.mutate(held ? 'release' : 'retry')}>
              {say(held ? 'release' : 'retry')}
            </Button>
            {!held && (
              <Button variant="default" onClick={() => steering.mutate('hold')}>
                {say('hold')}
              </Button>
            )}
            <span className={classes.spacer} />
            <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
              {say('cancel')}
            </Button>
          </>
        )
      }
    >
      <ErrorAlert error={steering.error} />
      {queued.isPending && <SkeletonRows rows={3} />}
      {(queued.isError || (queued.data && !open)) && <Note kind="info">{say('gone')}</Note>}
      {asking && (
        <Note kind="warn" title={say('cancel')}>
          {say('cancelReally')}
          <div className={classes.confirm}>
            <Button size="xs" onClick={() => steering.mutate('cancel')}>
              {say('cancelYes')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              {say('cancelNo')}
            </Button>
          </div>
        </Note>
      )}
      {item && (
        <>
          <Facts item={item} />
          <Tries item={item} />
          <DrawerSection>
            <Link to="/panel/$domain/trace" params={{ domain }} search={{ q: item.messageId || item.recipient }}>
              {say('trace')}
            </Link>
          </DrawerSection>
        </>
      )}
    </SideDrawer>
  );
}

function Facts({ item }: { item: Queued }) {
  const say = useQueueText();
  const formats = useFormats();
  return (
    <DrawerSection title={say('about')} aside={<QueueState item={item} />}>
      <dl className={classes.facts}>
        <dt>{say('from')}</dt>
        <dd>{item.sender}</dd>
        <dt>{say('accepted')}</dt>
        <dd>{formats.fullTime(item.accepted)}</dd>
        <dt>{say('size')}</dt>
        <dd>{formats.size(item.size)}</dd>
        <dt>{say('expires')}</dt>
        <dd>{formats.fullTime(item.expires)}</dd>
      </dl>
      <p className="fb-hint">{say('expiresHint')}</p>
    </DrawerSection>
  );
}

function Tries({ item }: { item: Queued }) {
  const say = useQueueText();
  const formats = useFormats();
  return (
    <DrawerSection title={say('history')}>
      {item.history.length === 0 ? (
        <p className="fb-hint">{say('historyNone')}</p>
      ) : (
        <ol className={classes.tries} reversed>
          {item.history.toReversed().map((attempt) => (
            <li key={attempt.at}>
              <b>{formats.exactTime(attempt.at)}</b>
              <span className={classes.sub}>{attempt.server || say('noServer')}</span>
              <p className={`fb-mono ${classes.said}`}>{attempt.words}</p>
            </li>
          ))}
        </ol>
      )}
    </DrawerSection>
  );
}
