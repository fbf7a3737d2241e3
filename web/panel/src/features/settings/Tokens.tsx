// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { listTokens } from './api/listTokens';
import { revokeToken } from './api/revokeToken';
import { NewToken } from './NewToken';
import { SecretRow } from './SecretRow';
import { Secrets } from './Secrets';
import { useSettingsText } from './text';

/** APIトークン: one for each program that uses the API in the name of whoever looks. */
export default function Tokens() {
  const say = useSettingsText();
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: listTokens });
  return (
    <Secrets
      title={say('tokens')}
      hint={say('tokensHint')}
      empty={say('noTokens')}
      add={say('newToken')}
      secrets={tokens}
      form={(onDone) => <NewToken onDone={onDone} />}
      row={(token) => (
        <SecretRow
          key={token.id}
          name={token.name}
          created={token.created}
          lastUse={token.lastUse}
          revokeLabel={say('tokenRevokeOf', { name: token.name })}
          revoked={say('tokenRevoked', { name: token.name })}
          revoke={() => revokeToken(token.id)}
        >
          {token.scopes.map((scope) => say(`scope-${scope}`)).join(say('comma'))}
        </SecretRow>
      )}
    />
  );
}
