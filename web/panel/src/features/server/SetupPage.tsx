// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Card,
  ErrorAlert,
  IconDownload,
  NativeSelect,
  Note,
  PageHead,
  SegmentedControl,
  SkeletonRows,
  useNavigate,
  useParams,
  useSearch,
} from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense, useState } from 'react';
import { useAddresses } from '../abroad/useAddresses';
import { getServer } from './api/getServer';
import { PROGRAMS, type Program, profile } from './programs';
import classes from './server.module.css';
import { useServerText } from './text';
import { Values } from './Values';

const QrCode = lazy(() => import('./QrCode'));

/** メールソフトの設定: the steps of each program, with this account's values filled in. */
export function SetupPage() {
  const say = useServerText();
  const { domain } = useParams({ from: '/panel/$domain/setup' });
  const { account } = useSearch({ from: '/panel/$domain/setup' });
  const navigate = useNavigate({ from: '/panel/$domain/setup' });
  const [program, setProgram] = useState<Program>('thunderbird');
  const server = useQuery({ queryKey: ['server'], queryFn: getServer });
  const addresses = useAddresses(domain);
  const address = account ?? addresses[0];
  return (
    <>
      <PageHead title={say('setupTitle')} lead={say('setupLead')} />
      <ErrorAlert error={server.error} onRetry={() => void server.refetch()} />
      <div className={classes.choose}>
        <NativeSelect
          label={say('account')}
          value={address ?? ''}
          onChange={(event) => void navigate({ search: { account: event.currentTarget.value }, replace: true })}
          data={[...addresses]}
        />
        <SegmentedControl
          aria-label={say('program')}
          className={classes.programs}
          value={program}
          onChange={(next) => setProgram(next as Program)}
          data={PROGRAMS.map((value) => ({ value, label: say(value) }))}
        />
      </div>
      {!server.data || !address ? (
        !server.error && <SkeletonRows rows={4} />
      ) : (
        <div className={classes.column}>
          <Card title={say('steps')} padded>
            <ol className={classes.steps}>
              {say(`${program}Steps`)
                .split('\n')
                .map((step) => (
                  <li key={step} className="fb-prose">
                    {step}
                  </li>
                ))}
            </ol>
            {(program === 'apple' || program === 'iphone') && <Profile program={program} address={address} />}
          </Card>
          <Card title={say('values')}>
            <Values server={server.data} address={address} sendOnly={program === 'gmail'} />
          </Card>
          <Note kind="info" title={say('op25b')}>
            {say('op25bText')}
          </Note>
        </div>
      )}
    </>
  );
}

function Profile({ program, address }: { program: Program; address: string }) {
  const say = useServerText();
  const url = profile(window.location.origin, address);
  return (
    <div className={classes.profile}>
      {program === 'iphone' && (
        <Suspense fallback={null}>
          <QrCode value={url} label={say('qr')} />
        </Suspense>
      )}
      <Button
        component="a"
        href={url}
        download
        variant={program === 'apple' ? 'filled' : 'default'}
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
      >
        {say('profile')}
      </Button>
    </div>
  );
}
