// SPDX-License-Identifier: Apache-2.0
import { Button, EmptyState, ErrorAlert, SkeletonRows, StateIcon, useFormats } from '@fumibako/kit';
import { type components, useInfiniteQuery } from '@fumibako/kit/api';
import { listSignIns } from './api/listSignIns';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';

type SignIn = components['schemas']['SignInRow'];

/** ログイン履歴: of an account, or without an address of whoever looks. */
export function SignIns({ address }: { address?: string }) {
  const say = useSettingsText();
  const history = useInfiniteQuery({
    queryKey: ['sign-ins', address ?? ''],
    queryFn: ({ pageParam }) => listSignIns(address, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = history.data?.pages.flatMap((page) => page.items);
  return (
    <Part title={say('signIns')}>
      <p className={classes.explain}>{say('signInsHint')}</p>
      <ErrorAlert error={history.error} onRetry={() => void history.refetch()} />
      {rows === undefined && !history.error && <SkeletonRows rows={4} />}
      {rows?.length === 0 && <EmptyState text={say('noSignIns')} />}
      <ul className={classes.rows}>
        {rows?.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
          <Row key={at} row={row} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </Part>
  );
}

function Row({ row }: { row: SignIn }) {
  const say = useSettingsText();
  const formats = useFormats();
  const doors: Partial<Record<SignIn['protocol'], string>> = {
    imap: say('door-imap'),
    pop3: say('door-pop3'),
    submission: say('door-submission'),
    web: say('door-web'),
    managesieve: say('door-managesieve'),
  };
  const outcome =
    row.refusal === null
      ? say('signedIn')
      : {
          'wrong-password': say('wrongPassword'),
          'too-many': say('tooMany'),
          suspended: say('suspended'),
          'not-for-this': say('notForThis'),
        }[row.refusal];
  const place = [row.country, row.address].filter((part) => part !== null).join(' ');
  return (
    <li className={classes.row}>
      <StateIcon state={row.refusal === null ? 'ok' : 'warn'} />
      <div className={classes.rowWords}>
        <span>
          <b>{outcome}</b> {doors[row.protocol] ?? row.protocol}
          {row.appPassword !== null && ` ${say('byAppPassword', { name: row.appPassword })}`}
        </span>
        <span className={classes.hint}>
          {formats.shortTime(row.at)} {place}
        </span>
        {row.client !== '' && <span className={classes.client}>{row.client}</span>}
      </div>
    </li>
  );
}
