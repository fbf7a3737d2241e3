// SPDX-License-Identifier: Apache-2.0
import { Button, Card, ErrorAlert, NativeSelect } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { useState } from 'react';
import classes from './abroad.module.css';
import { allowAddress } from './api/allowAddress';
import { disallowAddress } from './api/disallowAddress';
import { setAccountRule } from './api/setAccountRule';
import { useAbroadText } from './text';
import { useAddresses } from './useAddresses';
import { useChange } from './useChange';

type Rule = components['schemas']['DomainCountryView'];
type Choice = 'free' | 'limited';

/** Accounts with a rule of their own, and addresses that may always be sent from. */
export default function Exceptions({ domain, rule }: { domain: string; rule: Rule }) {
  return (
    <>
      <Overrides domain={domain} rule={rule} />
      {rule.allowed.length > 0 && <Allowed domain={domain} allowed={rule.allowed} />}
    </>
  );
}

function Overrides({ domain, rule }: { domain: string; rule: Rule }) {
  const say = useAbroadText();
  const change = useChange(domain);
  const addresses = useAddresses(domain);
  const [account, setAccount] = useState('');
  const [choice, setChoice] = useState<Choice>('free');
  const before = (address: string) => {
    const found = rule.overrides.find((one) => one.account === address);
    return found === undefined ? 'as-domain' : found.limited ? 'limited' : 'free';
  };
  const set = (address: string, next: Choice | 'as-domain') => {
    const back = before(address);
    change.mutate({
      make: () => setAccountRule(address, next),
      back: () => setAccountRule(address, back),
      text:
        next === 'as-domain'
          ? say('overrideGone', { account: address })
          : say('overrideSet', { account: address, choice: say(`choice-${next}`) }),
    });
  };
  return (
    <Card title={say('overrides')}>
      <ErrorAlert error={change.error} />
      {rule.overrides.length === 0 && <p className={`fb-prose ${classes.none}`}>{say('overridesNone')}</p>}
      <ul className={classes.list}>
        {rule.overrides.map((one) => (
          <li key={one.account}>
            <span>
              <b>{one.account}</b>
              <span className={classes.sub}>{say(one.limited ? 'choice-limited' : 'choice-free')}</span>
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={say('asDomainOf', { account: one.account })}
              onClick={() => set(one.account, 'as-domain')}
            >
              {say('asDomain')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (account) {
            set(account, choice);
          }
        }}
      >
        <NativeSelect
          label={say('account')}
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
          data={['', ...addresses]}
        />
        <NativeSelect
          label={say('choice')}
          value={choice}
          onChange={(event) => setChoice(event.currentTarget.value === 'limited' ? 'limited' : 'free')}
          data={[
            { value: 'free', label: say('choice-free') },
            { value: 'limited', label: say('choice-limited') },
          ]}
        />
        <Button type="submit" variant="default" disabled={account === ''} loading={change.isPending}>
          {say('set')}
        </Button>
      </form>
    </Card>
  );
}

function Allowed({ domain, allowed }: { domain: string; allowed: readonly string[] }) {
  const say = useAbroadText();
  const change = useChange(domain);
  return (
    <Card title={say('allowed')} note={say('allowedHint')}>
      <ErrorAlert error={change.error} />
      <ul className={classes.list}>
        {allowed.map((peer) => (
          <li key={peer}>
            <span className="fb-mono">{peer}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={say('disallowOf', { peer })}
              onClick={() =>
                change.mutate({
                  make: () => disallowAddress(domain, peer),
                  back: () => allowAddress(domain, peer),
                  text: say('disallowed', { peer }),
                })
              }
            >
              {say('disallow')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
