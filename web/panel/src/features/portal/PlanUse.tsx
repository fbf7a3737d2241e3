// SPDX-License-Identifier: Apache-2.0
import { Card, MEGABYTE, number, UsageBar, useFormats } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import classes from './portal.module.css';
import { usePortalText } from './text';

/** ご利用状況: what is used of the plan, and what it allows. */
export function PlanUse({ plan, use }: { plan: string; use: components['schemas']['PlanUse'] }) {
  const say = usePortalText();
  const formats = useFormats();
  const disk = use.maxQuotaMegabytes * MEGABYTE;
  return (
    <aside>
      <Card title={say('use')} aside={<span className={classes.plan}>{plan}</span>} padded>
        <ul className={classes.use}>
          <Line
            name={say('disk')}
            used={use.usedBytes}
            allowed={disk}
            figure={formats.size(use.usedBytes)}
            of={say('diskOf', { max: formats.size(disk) })}
            hint={say('allotted', { size: formats.size(use.quotaMegabytes * MEGABYTE) })}
          />
          <Line
            name={say('mailAccounts')}
            used={use.accounts}
            allowed={use.maxAccounts}
            figure={number(use.accounts)}
            of={say('ofItems', { max: use.maxAccounts })}
          />
          <Line
            name={say('domains')}
            used={use.domains}
            allowed={use.maxDomains}
            figure={number(use.domains)}
            of={say('ofItems', { max: use.maxDomains })}
          />
          <li>
            <div className={classes.useHead}>{say('sending')}</div>
            <p className="fb-hint">
              {say('perHour', { count: use.messagesPerHour })}
              <br />
              {say('perDay', { count: use.messagesPerDay })}
            </p>
          </li>
        </ul>
      </Card>
    </aside>
  );
}

interface LineProps {
  readonly name: string;
  readonly used: number;
  readonly allowed: number;
  readonly figure: string;
  readonly of: string;
  readonly hint?: string;
}

function Line({ name, used, allowed, figure, of, hint }: LineProps) {
  return (
    <li>
      <div className={classes.useHead}>
        <span>{name}</span>
        <span>
          <b>{figure}</b> <span className={classes.dim}>{of}</span>
        </span>
      </div>
      <UsageBar label={name} used={used} allowed={allowed} text={hint ?? ''} />
    </li>
  );
}
