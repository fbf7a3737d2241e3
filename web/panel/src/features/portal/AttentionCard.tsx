// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Link, MEGABYTE, percent, type State, StateIcon, useFormats } from '@fumibako/kit';
import { type components, useQuery } from '@fumibako/kit/api';
import { getAttention } from './api/getAttention';
import classes from './portal.module.css';
import { usePortalText } from './text';

type Item = components['schemas']['AttentionItem'];

const marks: Record<Item['reason'], State> = {
  takeover: 'attention',
  'almost-full': 'attention',
  'not-delegated': 'warn',
  'no-spf': 'warn',
  filling: 'warn',
  'name-servers-settling': 'waiting',
};

/** 要対応: at most five things, the worst first; nothing when all is well. */
export function AttentionCard() {
  const say = usePortalText();
  const attention = useQuery({ queryKey: ['attention'], queryFn: getAttention });
  const items = attention.data?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  const more = (attention.data?.total ?? 0) - items.length;
  return (
    <div className={classes.attention}>
      <Card title={say('attention')} note={more > 0 && say('attentionMore', { count: more })}>
        <ul className={classes.items}>
          {items.map((item) => (
            <Entry key={`${item.reason} ${item.subject}`} item={item} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Entry({ item }: { item: Item }) {
  const say = usePortalText();
  const formats = useFormats();
  const { reason, subject } = item;
  const allowed = item.quotaMegabytes * MEGABYTE;
  const values = {
    subject,
    left: formats.size(Math.max(0, allowed - item.usedBytes)),
    percent: allowed === 0 ? '' : percent(item.usedBytes / allowed),
    time: item.until ? formats.shortTime(item.until) : '',
  };
  return (
    <li data-state={marks[reason]}>
      <StateIcon state={marks[reason]} />
      <span>
        <b>{say(`att-${reason}`, values)}</b>
        <span className={classes.text}>{say(`att-${reason}-text`, values)}</span>
      </span>
      <Button
        size="compact-sm"
        h={28}
        variant={marks[reason] === 'attention' ? 'filled' : 'default'}
        renderRoot={(root) => <Target {...root} item={item} />}
      >
        {say(`att-${reason}-act`)}
      </Button>
    </li>
  );
}

/** Where the thing is put right. */
function Target({ item, ...root }: { item: Item; children?: React.ReactNode }) {
  const { domain, subject } = item;
  switch (item.reason) {
    case 'takeover':
    case 'almost-full':
    case 'filling':
      return <Link {...root} to="/panel/$domain/accounts" params={{ domain }} search={{ open: subject }} />;
    case 'no-spf':
      return <Link {...root} to="/panel/$domain/spf" params={{ domain }} />;
    default:
      return <Link {...root} to="/panel/$domain/name-servers" params={{ domain }} />;
  }
}
