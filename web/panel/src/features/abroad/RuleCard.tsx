// SPDX-License-Identifier: Apache-2.0
import { Card, ErrorAlert, SegmentedControl, StateChip, useFormats } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import classes from './abroad.module.css';
import { setCountryRule } from './api/setCountryRule';
import { useAbroadText } from './text';
import { useChange } from './useChange';

/** The switch of the domain, and what it does and does not. */
export function RuleCard({ domain, rule }: { domain: string; rule: components['schemas']['DomainCountryView'] }) {
  const say = useAbroadText();
  const formats = useFormats();
  const change = useChange(domain);
  const { limited, overrides, allowed } = rule;
  const choose = (next: boolean) =>
    change.mutate({
      make: () => setCountryRule(domain, next),
      back: () => setCountryRule(domain, !next),
      text: say(next ? 'savedOn' : 'savedOff'),
    });
  const home = rule.home.map(formats.country).join(', ');
  return (
    <Card
      title={say('card', { domain })}
      note={<StateChip state={limited ? 'ok' : 'warn'}>{say(limited ? 'onChip' : 'offChip')}</StateChip>}
      aside={
        <SegmentedControl
          aria-label={say('switch')}
          value={limited ? 'on' : 'off'}
          onChange={(value) => choose(value === 'on')}
          disabled={change.isPending}
          data={[
            { value: 'on', label: say('on') },
            { value: 'off', label: say('off') },
          ]}
        />
      }
      padded
    >
      <ErrorAlert error={change.error} />
      <p className={`fb-prose ${classes.explain}`}>{say(limited ? 'onText' : 'offText', { home })}</p>
      <dl className={classes.facts}>
        <dt>{say('stops')}</dt>
        <dd>{say('stopsText')}</dd>
        <dt>{say('lets')}</dt>
        <dd>{say('letsText')}</dd>
        <dt>{say('exceptions')}</dt>
        <dd>
          {overrides.length + allowed.length === 0
            ? say('exceptionsNone')
            : say('exceptionsText', { accounts: overrides.length, addresses: allowed.length })}
        </dd>
      </dl>
    </Card>
  );
}
