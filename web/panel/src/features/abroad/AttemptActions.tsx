// SPDX-License-Identifier: Apache-2.0
import { Button, Link, StateChip } from '@fumibako/kit';
import type { Attempt } from './Attempts';
import classes from './abroad.module.css';
import { allowAddress } from './api/allowAddress';
import { disallowAddress } from './api/disallowAddress';
import { useAbroadText } from './text';
import { useChange } from './useChange';

interface Props {
  readonly domain: string;
  readonly attempt: Attempt;
  readonly allowed: readonly string[];
}

/** これは私です allows the address; ちがいます leads to the password. */
export function AttemptActions({ domain, attempt, allowed }: Props) {
  const say = useAbroadText();
  const change = useChange(domain);
  const { peer, account } = attempt;
  if (allowed.includes(peer)) {
    return <StateChip state="ok">{say('allowedChip')}</StateChip>;
  }
  return (
    <span className={classes.actions}>
      {attempt.outcome !== 'failed' && (
        <Button
          size="compact-sm"
          h={28}
          variant={attempt.outcome === 'refused' ? 'filled' : 'default'}
          loading={change.isPending}
          aria-label={say('mineOf', { peer })}
          onClick={() =>
            change.mutate({
              make: () => allowAddress(domain, peer),
              back: () => disallowAddress(domain, peer),
              text: say('allowedDone', { peer }),
            })
          }
        >
          {say('mine')}
        </Button>
      )}
      <Button
        size="compact-sm"
        h={28}
        variant="default"
        aria-label={say('notMineOf', { peer, account })}
        renderRoot={(root) => (
          <Link {...root} to="/panel/$domain/accounts" params={{ domain }} search={{ open: account }} />
        )}
      >
        {say('notMine')}
      </Button>
    </span>
  );
}
