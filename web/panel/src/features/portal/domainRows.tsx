// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  type Column,
  IconChevronRight,
  Link,
  MEGABYTE,
  number,
  StateChip,
  UsageBar,
  useFormats,
} from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { useMemo } from 'react';
import { DomainChip, type DomainState, KINDS, type States } from './DomainChip';
import classes from './portal.module.css';
import { usePortalText } from './text';

type Domain = components['schemas']['DomainRow'];

const panelOf = '/panel/$domain/accounts';

/** The columns of the domains; operators also see whose they are. */
export function useDomainColumns(everybody: boolean, states: States): Column<Domain>[] {
  const say = usePortalText();
  return useMemo(() => {
    const columns: Column<Domain>[] = [
      { id: 'name', head: say('domain'), sortable: true, cell: (domain) => <Name domain={domain} /> },
      { id: 'customer', head: say('customer'), sortable: true, cell: (domain) => domain.customer },
      ...KINDS.map(
        (kind): Column<Domain> => ({
          id: kind,
          head: say(kind),
          cell: (domain) => <DomainChip kind={kind} domain={domain.name} state={states.get(domain.name)} />,
        }),
      ),
      {
        id: 'accounts',
        head: say('accounts'),
        right: true,
        sortable: true,
        cell: (domain) => number(domain.accounts),
      },
      {
        id: 'action',
        head: '',
        right: true,
        width: 'narrow',
        cell: (domain) => (
          <Button
            size="compact-sm"
            h={28}
            variant="default"
            aria-label={say('openOf', { domain: domain.displayName })}
            renderRoot={(root) => <Link {...root} to={panelOf} params={{ domain: domain.name }} />}
          >
            {say('open')}
          </Button>
        ),
      },
    ];
    return columns.filter((column) => everybody || column.id !== 'customer');
  }, [say, everybody, states]);
}

function Name({ domain }: { domain: Domain }) {
  const say = usePortalText();
  const formats = useFormats();
  return (
    <>
      <div className={classes.name}>{domain.displayName}</div>
      <div className={classes.sub}>{say('added', { date: formats.date(domain.created) })}</div>
      {domain.suspended && <StateChip state="off">{say('stateSuspended')}</StateChip>}
    </>
  );
}

function Storage({ domain }: { domain: Domain }) {
  const formats = useFormats();
  const allotted = domain.quotaMegabytes * MEGABYTE;
  return (
    <div className={classes.storage}>
      <UsageBar
        label={domain.displayName}
        used={domain.usedBytes}
        allowed={allotted}
        text={`${formats.size(domain.usedBytes)} / ${formats.size(allotted)}`}
      />
    </div>
  );
}

/** A domain in the list on a phone. */
export function DomainCard({ domain, state }: { domain: Domain; state: DomainState | undefined }) {
  const say = usePortalText();
  return (
    <Link to={panelOf} params={{ domain: domain.name }} className={classes.card}>
      <span className={classes.cardHead}>
        <b>{domain.displayName}</b>
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </span>
      <Storage domain={domain} />
      <span className={classes.cardChips}>
        {domain.suspended && <StateChip state="off">{say('stateSuspended')}</StateChip>}
        {KINDS.map((kind) => (
          <DomainChip key={kind} kind={kind} state={state} named />
        ))}
        <span>{say('accountsPhone', { count: domain.accounts })}</span>
      </span>
    </Link>
  );
}
