// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, SkeletonRows, StateChip, toasts, useFormats } from '@fumibako/kit';
import { type components, useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import { endSession } from './api/endSession';
import { listSessions } from './api/listSessions';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** The browsers in which whoever looks is signed in. */
export function OpenSessions() {
  const say = useSettingsText();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: listSessions });
  return (
    <Part title={say('sessions')}>
      <p className={classes.explain}>{say('sessionsHint')}</p>
      <ErrorAlert error={sessions.error} onRetry={() => void sessions.refetch()} />
      {sessions.data === undefined && !sessions.error && <SkeletonRows rows={2} />}
      <ul className={classes.rows}>
        {sessions.data?.items.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
    </Part>
  );
}

function Row({ session }: { session: components['schemas']['OpenSession'] }) {
  const say = useSettingsText();
  const formats = useFormats();
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['sessions'] });
      toasts.show({ text: say('sessionEnded') });
    },
  });
  const place = [session.country, session.address].filter((part) => part !== null).join(' ');
  return (
    <li className={classes.row}>
      <div className={classes.rowWords}>
        <span>{say('sessionUsed', { time: formats.shortTime(session.lastUsed), place })}</span>
        <span className={classes.client}>{session.client}</span>
      </div>
      {session.current ? (
        <StateChip state="ok">{say('sessionCurrent')}</StateChip>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={say('endSessionOf', { place })}
          loading={ending.isPending}
          onClick={() => ending.mutate()}
        >
          {say('endSession')}
        </Button>
      )}
    </li>
  );
}
