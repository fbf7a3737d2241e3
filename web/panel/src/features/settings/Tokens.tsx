// SPDX-License-Identifier: Apache-2.0
import { Button, EmptyState, ErrorAlert, IconPlus, SkeletonRows, useFormats } from '@fumibako/kit';
import { type components, useMutation, useQuery } from '@fumibako/kit/api';
import { useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { listTokens } from './api/listTokens';
import { revokeToken } from './api/revokeToken';
import { NewToken } from './NewToken';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** APIトークン: one for each program that uses the API in the name of whoever looks. */
export default function Tokens() {
  const say = useSettingsText();
  const [adding, setAdding] = useState(false);
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: listTokens });
  return (
    <Part
      title={say('tokens')}
      aside={
        !adding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {say('newToken')}
          </Button>
        )
      }
    >
      <p className={classes.explain}>{say('tokensHint')}</p>
      <ErrorAlert error={tokens.error} onRetry={() => void tokens.refetch()} />
      {adding && <NewToken onDone={() => setAdding(false)} />}
      {tokens.data === undefined && !tokens.error && <SkeletonRows rows={2} />}
      {tokens.data?.total === 0 && !adding && <EmptyState text={say('noTokens')} />}
      <ul className={classes.rows}>
        {tokens.data?.items.map((token) => (
          <Row key={token.id} token={token} />
        ))}
      </ul>
    </Part>
  );
}

function Row({ token }: { token: components['schemas']['TokenView'] }) {
  const say = useSettingsText();
  const formats = useFormats();
  const done = useUndoToast();
  const revoking = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: () => done(say('tokenRevoked', { name: token.name }), null),
  });
  const last = token.lastUse;
  return (
    <li className={classes.row}>
      <div className={classes.rowWords}>
        <b>{token.name}</b>
        <span>{token.scopes.map((scope) => say(`scope-${scope}`)).join(say('comma'))}</span>
        <span className={classes.hint}>
          {last === null
            ? say('neverUsed', { created: formats.shortTime(token.created) })
            : say('lastUsed', { time: formats.shortTime(last.at), place: last.address || '–' })}
        </span>
        <ErrorAlert error={revoking.error} />
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say('tokenRevokeOf', { name: token.name })}
        loading={revoking.isPending}
        onClick={() => revoking.mutate()}
      >
        {say('revoke')}
      </Button>
    </li>
  );
}
