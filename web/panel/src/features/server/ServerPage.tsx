// SPDX-License-Identifier: Apache-2.0
import { Card, CopyLine, ErrorAlert, PageHead, SkeletonRows } from '@fumibako/kit';
import { type components, useQuery } from '@fumibako/kit/api';
import { getServer } from './api/getServer';
import classes from './server.module.css';
import { useServerText } from './text';

type Server = components['schemas']['ServerView'];

/** サーバー情報: what has to be typed elsewhere, each with a button that copies it. */
export function ServerPage() {
  const say = useServerText();
  const server = useQuery({ queryKey: ['server'], queryFn: getServer });
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <ErrorAlert error={server.error} onRetry={() => void server.refetch()} />
      <div className={classes.column}>
        <Card title={say('names')}>
          {server.data ? <Names server={server.data} /> : !server.error && <SkeletonRows rows={3} />}
        </Card>
        {server.data && (
          <Card title={say('ports')}>
            <Ports ports={server.data.ports} />
          </Card>
        )}
      </div>
    </>
  );
}

function Names({ server }: { server: Server }) {
  const say = useServerText();
  return (
    <dl className={classes.lines}>
      <CopyLine label={say('host')} value={server.host} note={say('hostNote')} />
      {server.addresses.map((address, at) => (
        <CopyLine key={address} label={say('address', { number: at + 1 })} value={address} />
      ))}
      {server.nameServers.map((name, at) => (
        <CopyLine key={name} label={say('nameServer', { number: at + 1 })} value={name} />
      ))}
      {server.version && <CopyLine label={say('version')} value={server.version} />}
    </dl>
  );
}

const ORDER = ['imap', 'pop3', 'submission', 'sieve', 'smtp', 'http', 'dns'] as const;

function Ports({ ports }: { ports: Server['ports'] }) {
  const say = useServerText();
  const rows = ORDER.flatMap((service) => ports.filter((port) => port.service === service));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('service')}</th>
          <th scope="col">{say('port')}</th>
          <th scope="col">{say('security')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.port}>
            <td>{say(row.service as (typeof ORDER)[number])}</td>
            <td className="fb-mono">{row.port}</td>
            <td>{say(row.security)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
