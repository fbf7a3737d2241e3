// SPDX-License-Identifier: Apache-2.0
import { Link, type Say, type State, StateChip } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import type { ja } from './ja';
import classes from './portal.module.css';
import { usePortalText } from './text';

export type DomainState = components['schemas']['DomainState'];
export type States = ReadonlyMap<string, DomainState>;

/** What is shown of a domain, in the order of the columns. */
export const KINDS = ['ns', 'mx', 'spf', 'dkim', 'dmarc'] as const;
type Kind = (typeof KINDS)[number];

/** The page that explains each. */
const pages = {
  ns: '/panel/$domain/name-servers',
  mx: '/panel/$domain/dns',
  spf: '/panel/$domain/spf',
  dkim: '/panel/$domain/dkim',
  dmarc: '/panel/$domain/dmarc',
} as const;

const servers = {
  ours: ['ok', 'good'],
  'partly-ours': ['warn', 'partly'],
  elsewhere: ['off', 'elsewhere'],
  'not-delegated': ['attention', 'notDelegated'],
  unknown: ['waiting', 'unknown'],
} as const;

const signing = { on: ['ok', 'good'], waiting: ['waiting', 'prepared'], off: ['off', 'off'] } as const;

const policies = { none: 'dmarc-none', quarantine: 'dmarc-quarantine', reject: 'dmarc-reject' } as const;

function look(kind: Kind, state: DomainState, say: Say<typeof ja>): readonly [State, string] {
  switch (kind) {
    case 'ns': {
      const [mark, word] = state.settledAt && state.nameServers === 'ours' ? WAITING : servers[state.nameServers];
      return [mark, say(word)];
    }
    case 'mx':
      return state.mx ? ['ok', say('good')] : ['off', say('elsewhere')];
    case 'spf':
      return state.spf ? ['ok', say('good')] : ['warn', say('unset')];
    case 'dkim': {
      const [mark, word] = signing[state.dkim];
      return [mark, say(word)];
    }
    case 'dmarc': {
      const word = policies[state.dmarc as keyof typeof policies];
      return word === undefined ? ['off', say('unset')] : ['ok', say(word)];
    }
  }
}

const WAITING = ['waiting', 'settling'] as const;

interface Props {
  readonly kind: Kind;
  readonly state: DomainState | undefined;
  /** With it the chip leads to the page that explains it. */
  readonly domain?: string;
  /** Whether the chip says what it is about, where no column does. */
  readonly named?: boolean;
}

/** One mark of a domain's state. */
export function DomainChip({ kind, state, domain, named = false }: Props) {
  const say = usePortalText();
  if (state === undefined) {
    return null;
  }
  const [mark, word] = look(kind, state, say);
  const chip = <StateChip state={mark}>{named ? `${say(kind)} ${word}` : word}</StateChip>;
  return domain === undefined ? (
    chip
  ) : (
    <Link
      to={pages[kind]}
      params={{ domain }}
      className={classes.chip}
      title={say('chipOf', { domain, what: say(kind) })}
    >
      {chip}
    </Link>
  );
}
