// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, IconTrash, MIN_LENGTH, SideDrawer, toasts, useDraft } from '@fumibako/kit';
import { useMutation } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import AutoReplySettings from '../settings/AutoReplySettings';
import { ForwardingSettings } from '../settings/ForwardingSettings';
import { MoreSettings } from '../settings/MoreSettings';
import { AccountFields, type AccountValues } from './AccountFields';
import { type Account, quotaFits } from './account';
import classes from './accounts.module.css';
import { deleteAccount } from './api/deleteAccount';
import { StateNote } from './StateNote';
import { saveAccount } from './saveAccount';
import { useAccountsText } from './text';

interface Props {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onReopen: (account: Account) => void;
}

/** 変更: everything of one account that can be set. */
export default function AccountDrawer({ account, onClose, onReopen }: Props) {
  const say = useAccountsText();
  const form = useId();
  const done = useUndoToast();
  const [asked, setAsked] = useState(false);
  const draft = useDraft<AccountValues>(`account ${account.address}`, {
    name: account.name,
    quota: account.quotaMegabytes,
    password: '',
  });
  const saving = useMutation({
    mutationFn: () => saveAccount(account, draft.values),
    onSuccess: (undo) => {
      draft.clear();
      onClose();
      done(say('saved', { address: account.address }), undo);
    },
  });
  const removing = useMutation({
    mutationFn: () => deleteAccount(account.address),
    onSuccess: ({ undo }) => {
      draft.clear();
      onClose();
      done(say('removed', { address: account.address }), undo);
    },
  });
  const close = () => {
    onClose();
    if (draft.dirty) {
      const act = () => onReopen(account);
      toasts.show({ text: say('notSaved', { address: account.address }), label: say('resume'), act });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const short = draft.values.password !== '' && [...draft.values.password].length < MIN_LENGTH;
    if (quotaFits(draft.values.quota) && !short) {
      saving.mutate();
    }
  };
  const deleting = account.state === 'deleting';

  return (
    <SideDrawer
      title={account.address}
      note={account.name}
      onClose={close}
      footer={
        deleting ? undefined : (
          <>
            <Button type="submit" form={form} loading={saving.isPending}>
              {say('save')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                draft.clear();
                onClose();
              }}
            >
              {say('cancel')}
            </Button>
            <span className={classes.spacer} />
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
              aria-label={say('removeLabel', { address: account.address })}
              loading={removing.isPending}
              onClick={() => removing.mutate()}
            >
              {say('remove')}
            </Button>
          </>
        )
      }
    >
      <StateNote account={account} />
      <ErrorAlert error={saving.error ?? removing.error} />
      <form id={form} noValidate onSubmit={submit}>
        <AccountFields account={account} values={draft.values} onChange={draft.set} asked={asked} disabled={deleting} />
      </form>
      {!deleting && (
        <>
          <ForwardingSettings address={account.address} drawer />
          <AutoReplySettings address={account.address} drawer />
          <MoreSettings address={account.address} />
        </>
      )}
    </SideDrawer>
  );
}
