// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, StateIcon, useFormats } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import classes from './abroad.module.css';
import { closeTravelPass } from './api/closeTravelPass';
import { openTravelPass } from './api/openTravelPass';
import { before } from './days';
import { useAbroadText } from './text';
import { useChange } from './useChange';

type AccountPass = components['schemas']['AccountPass'];

interface Props {
  readonly domain: string;
  readonly passes: readonly AccountPass[];
}

/** The travel passes of a domain: booked, in use, and those that ended lately. */
export function Passes({ domain, passes }: Props) {
  const change = useChange(domain);
  if (passes.length === 0) {
    return null;
  }
  return (
    <>
      <ErrorAlert error={change.error} />
      <ul className={classes.list}>
        {passes.map((one) => (
          <Pass key={one.pass.id} one={one} onChange={change.mutate} />
        ))}
      </ul>
    </>
  );
}

function Pass({ one, onChange }: { one: AccountPass; onChange: ReturnType<typeof useChange>['mutate'] }) {
  const say = useAbroadText();
  const formats = useFormats();
  const { account, pass } = one;
  const now = Date.now();
  const over = Date.parse(pass.until) <= now;
  const state = over ? 'ended' : Date.parse(pass.from) > now ? 'booked' : 'running';
  return (
    <li>
      <StateIcon state={over ? 'off' : state === 'booked' ? 'waiting' : 'ok'} size={16} />
      <span className={classes.grow}>
        <b>{account}</b>
        <span className={classes.sub}>
          {say('passLine', {
            countries: pass.countries.map(formats.country).join(', '),
            days: formats.range(pass.from, before(pass.until)),
            state: say(state),
          })}
        </span>
      </span>
      {!over && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={say('closeOf', { account })}
          onClick={() =>
            onChange({
              make: () => closeTravelPass(account, pass.id),
              back: () => openTravelPass(account, { countries: pass.countries, from: pass.from, until: pass.until }),
              text: say('closed', { account }),
            })
          }
        >
          {say('close')}
        </Button>
      )}
    </li>
  );
}
