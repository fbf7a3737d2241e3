// SPDX-License-Identifier: Apache-2.0
import { Button, Card, CopyLine, ErrorAlert, Note, PageHead, SkeletonRows, useFormats, useParams } from '@fumibako/kit';
import { useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import { checkNameServers } from './api/checkNameServers';
import { getNameServers } from './api/getNameServers';
import classes from './dns.module.css';
import { useDnsText } from './text';

const sentences = {
  ours: 'serversOurs',
  'partly-ours': 'serversPartly',
  elsewhere: 'serversElsewhere',
  'not-delegated': 'serversNone',
} as const;

/** ネームサーバーの設定: whom the world asks, and until when a change is under way. */
export function NameServersPage() {
  const say = useDnsText();
  const formats = useFormats();
  const client = useQueryClient();
  const { domain } = useParams({ from: '/panel/$domain/name-servers' });
  const key = ['name-servers', domain];
  const servers = useQuery({ queryKey: key, queryFn: () => getNameServers(domain) });
  const checking = useMutation({
    mutationFn: () => checkNameServers(domain),
    onSuccess: (seen) => client.setQueryData(key, seen),
  });
  const view = servers.data;
  const sentence = view && sentences[view.standing as keyof typeof sentences];
  return (
    <>
      <PageHead title={say('serversTitle')} lead={view && say(sentence ?? 'serversUnknown', { domain })} />
      <ErrorAlert error={servers.error ?? checking.error} onRetry={() => void servers.refetch()} />
      {view?.settledAt && <Note kind="info">{say('settling', { time: formats.shortTime(view.settledAt) })}</Note>}
      <div className={classes.column}>
        <Card
          title={say('serversNow')}
          note={view?.checked && say('checked', { time: formats.shortTime(view.checked) })}
          aside={
            <Button
              variant="default"
              size="compact-sm"
              h={28}
              loading={checking.isPending}
              onClick={() => checking.mutate()}
            >
              {say('check')}
            </Button>
          }
        >
          {!view && !servers.error && <SkeletonRows rows={2} />}
          {view?.servers.length === 0 && <p className={`fb-prose ${classes.empty}`}>{say('nobody')}</p>}
          <Servers names={view?.servers ?? []} />
        </Card>
        <Card title={say('serversSet')} note={say('serversSetNote')}>
          <Servers names={view?.ours ?? []} />
        </Card>
      </div>
    </>
  );
}

function Servers({ names }: { names: readonly string[] }) {
  const say = useDnsText();
  if (names.length === 0) {
    return null;
  }
  return (
    <dl className={classes.lines}>
      {names.map((name, at) => (
        <CopyLine key={name} label={say('server', { number: at + 1 })} value={name} />
      ))}
    </dl>
  );
}
