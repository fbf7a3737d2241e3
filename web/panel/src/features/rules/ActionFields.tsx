// SPDX-License-Identifier: Apache-2.0
import { CloseButton, NativeSelect, TextInput } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { type ReactNode, useState } from 'react';
import { listMailboxes } from './api/listMailboxes';
import type { Action, Whose } from './rule';
import classes from './rules.module.css';
import { useMailboxName } from './sentence';
import { useRulesText } from './text';

const KINDS = ['move', 'copy', 'forward', 'mark-read', 'star', 'delete'] as const;

/** What every account has, for rules of a domain. */
const COMMON = ['INBOX', 'Junk', 'Trash'];

/** In the list of mailboxes, for one that is not there yet. */
const OTHER = '/new';

interface Props {
  readonly whose: Whose;
  readonly action: Action;
  readonly error: ReactNode;
  readonly alone: boolean;
  readonly onChange: (action: Action | undefined) => void;
}

export function ActionFields({ whose, action, error, alone, onChange }: Props) {
  const say = useRulesText();
  const filing = action.what === 'move' || action.what === 'copy';
  const choose = (what: Action['what']) => {
    const files = what === 'move' || what === 'copy';
    onChange({
      what,
      mailbox: files ? (action.mailbox ?? '') : null,
      address: what === 'forward' ? (action.address ?? '') : null,
    });
  };
  return (
    <fieldset className={classes.part}>
      <legend className={classes.unseen}>{say('action')}</legend>
      <div className={classes.pair}>
        <NativeSelect
          aria-label={say('action')}
          value={action.what}
          data={KINDS.map((value) => ({ value, label: say(`what-${value}`) }))}
          onChange={(event) => choose(event.currentTarget.value as Action['what'])}
        />
        {!alone && <CloseButton aria-label={say('removeAction')} onClick={() => onChange(undefined)} />}
      </div>
      {filing && (
        <MailboxField
          whose={whose}
          value={action.mailbox ?? ''}
          error={error}
          onChange={(mailbox) => onChange({ ...action, mailbox })}
        />
      )}
      {action.what === 'forward' && (
        <TextInput
          label={say('forwardTo')}
          inputMode="email"
          autoCapitalize="none"
          value={action.address ?? ''}
          onChange={(event) => onChange({ ...action, address: event.currentTarget.value })}
          error={error}
        />
      )}
    </fieldset>
  );
}

interface FieldProps {
  readonly whose: Whose;
  readonly value: string;
  readonly error: ReactNode;
  readonly onChange: (mailbox: string) => void;
}

/** One of the mailboxes there are, or the name of one to be made. */
function MailboxField({ whose, value, error, onChange }: FieldProps) {
  const say = useRulesText();
  const name = useMailboxName();
  const [typing, setTyping] = useState(false);
  const { address } = whose;
  const mailboxes = useQuery({
    queryKey: ['mailboxes', address ?? ''],
    queryFn: () => listMailboxes(address ?? ''),
    enabled: address !== undefined,
  });
  const known = address === undefined ? COMMON : (mailboxes.data?.items.map((box) => box.name) ?? []);
  const other = typing || (value !== '' && !known.includes(value) && (address === undefined || mailboxes.isSuccess));
  return (
    <>
      <NativeSelect
        label={say('mailbox')}
        value={other ? OTHER : value}
        data={[
          { value: '', label: say('chooseMailbox'), disabled: true },
          ...known.map((box) => ({ value: box, label: name(box) })),
          { value: OTHER, label: say('newMailbox') },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setTyping(chosen === OTHER);
          onChange(chosen === OTHER ? '' : chosen);
        }}
        error={other ? undefined : error}
      />
      {other && (
        <TextInput
          label={say('mailboxName')}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={error}
        />
      )}
    </>
  );
}
