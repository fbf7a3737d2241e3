// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Card,
  countries,
  ErrorAlert,
  fieldError,
  IconPlane,
  MultiSelect,
  Select,
  useLanguage,
} from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { DateRange, type Days } from '@fumibako/kit/date';
import { type FormEvent, useMemo, useState } from 'react';
import classes from './abroad.module.css';
import { closeTravelPass } from './api/closeTravelPass';
import { openTravelPass } from './api/openTravelPass';
import { afterDay, dayBegins, lengthInDays, today } from './days';
import { Passes } from './Passes';
import { useAbroadText } from './text';
import { useAddresses } from './useAddresses';
import { useChange } from './useChange';

interface Props {
  readonly domain: string;
  readonly passes: readonly components['schemas']['AccountPass'][];
}

/** What the server takes (`AbroadEndpoints`). */
const LONGEST = 90;

/** 出張モード: who, where, when; and the passes there are. */
export default function TravelCard({ domain, passes }: Props) {
  const say = useAbroadText();
  const language = useLanguage();
  const change = useChange(domain);
  const addresses = useAddresses(domain);
  const [who, setWho] = useState<string | null>(null);
  const [where, setWhere] = useState<string[]>([]);
  const [when, setWhen] = useState<Days>([null, null]);
  const [asked, setAsked] = useState(false);
  const names = useMemo(() => countries(language), [language]);
  const [first, last] = when;
  const whenFault =
    first === null || last === null
      ? say('whenMissing')
      : lengthInDays(first, last) > LONGEST
        ? say('whenTooLong')
        : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (who === null || where.length === 0 || first === null || last === null || whenFault) {
      return;
    }
    const pass = { countries: where, from: dayBegins(first), until: afterDay(last) };
    let opened: number | undefined;
    change.mutate(
      {
        make: async () => {
          const { passes: now } = await openTravelPass(who, pass);
          opened = Math.max(...now.map((one) => one.id));
        },
        back: async () => opened !== undefined && (await closeTravelPass(who, opened)),
        text: say('opened', { account: who }),
      },
      {
        onSuccess: () => {
          setAsked(false);
          setWhere([]);
          setWhen([null, null]);
        },
      },
    );
  };
  return (
    <Card title={say('travel')} icon={<IconPlane size={20} stroke={1.75} aria-hidden />}>
      <form className={classes.travel} noValidate onSubmit={submit}>
        <p className="fb-prose">{say('travelText')}</p>
        <ErrorAlert error={change.error} />
        <Select
          label={say('who')}
          data={[...addresses]}
          value={who}
          onChange={setWho}
          searchable
          limit={100}
          error={fieldError(asked && who === null && say('whoMissing'))}
        />
        <MultiSelect
          label={say('where')}
          placeholder={where.length === 0 ? say('wherePlaceholder') : undefined}
          data={names}
          value={where}
          onChange={setWhere}
          searchable
          maxValues={20}
          error={fieldError(asked && where.length === 0 && say('whereMissing'))}
        />
        <DateRange
          label={say('when')}
          description={say('whenHint')}
          value={when}
          onChange={setWhen}
          min={today()}
          error={fieldError(asked && whenFault)}
        />
        <Button type="submit" fullWidth loading={change.isPending}>
          {say('open')}
        </Button>
      </form>
      <Passes domain={domain} passes={passes} />
    </Card>
  );
}
