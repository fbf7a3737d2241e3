// SPDX-License-Identifier: Apache-2.0
import { CopyLine } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { incoming, outgoing } from './programs';
import classes from './server.module.css';
import { useServerText } from './text';

interface Props {
  readonly server: components['schemas']['ServerView'];
  readonly address: string;
  /** Gmail collects nothing here, it only sends. */
  readonly sendOnly: boolean;
}

/** The account's own values, each to be copied. */
export function Values({ server, address, sendOnly }: Props) {
  const say = useServerText();
  const send = outgoing(server);
  const ways = [
    ...(sendOnly
      ? []
      : ([
          ['incoming', incoming(server, 'imap')],
          ['incomingPop', incoming(server, 'pop3')],
        ] as const)),
    ['outgoing', send] as const,
  ];
  return (
    <dl className={classes.lines}>
      <CopyLine label={say('email')} value={address} />
      <CopyLine label={say('user')} value={address} note={say('userNote')} />
      <div className={classes.plain}>
        <dt>{say('password')}</dt>
        <dd>{say('passwordText')}</dd>
      </div>
      {ways.map(([name, port]) =>
        port === undefined ? null : (
          <CopyLine
            key={name}
            label={say(name)}
            value={server.host}
            note={`${say('port')} ${port.port} / ${say('security')} ${say(port.security)}`}
          />
        ),
      )}
      {send && <CopyLine label={say('portOf', { name: say('outgoing') })} value={String(send.port)} />}
    </dl>
  );
}
