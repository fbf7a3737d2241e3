// SPDX-License-Identifier: Apache-2.0
import { Card, useFormats } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import type { Part } from '../../jmap';
import { useStore } from '../../mail/context';
import { getSource } from './api/getSource';
import { type Invitation, invitationOf } from './invitation';
import classes from './Message.module.css';
import { useReadText } from './text';

/** What an invitation invites to, in words. */
export default function InvitationCard({ part }: { part: Part }) {
  const store = useStore();
  const { data } = useQuery({
    queryKey: ['source', part.blobId],
    queryFn: () => getSource(store, part.blobId ?? '', part.charset ?? 'utf-8'),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: part.blobId !== null,
  });
  const invitation = data === undefined ? undefined : invitationOf(data);
  return invitation ? <Shown invitation={invitation} /> : null;
}

function Shown({ invitation }: { invitation: Invitation }) {
  const say = useReadText();
  const cancelled = invitation.method === 'CANCEL';
  const lines: [string, string][] = [
    [say('when'), useWhen(invitation)],
    [say('where'), invitation.location],
    [say('organizer'), invitation.organizer],
    [say('attendees'), invitation.attendees.join(', ')],
    [say('about'), invitation.description],
  ];
  return (
    <div className={classes.invitation}>
      <Card padded title={`${say(cancelled ? 'cancelledEvent' : 'event')}  ${invitation.summary}`}>
        <dl className={classes.details}>
          {lines
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </Card>
    </div>
  );
}

function useWhen({ start, end }: Invitation): string {
  const formats = useFormats();
  if (start === undefined) {
    return '';
  }
  const show = (moment: string) => (moment.includes('T') ? formats.fullTime(moment) : formats.date(moment));
  return end === undefined || !start.includes('T')
    ? show(start)
    : `${show(start)} 〜 ${formats.fullTime(end).slice(-5)}`;
}
