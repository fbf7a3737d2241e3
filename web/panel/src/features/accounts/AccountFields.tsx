// SPDX-License-Identifier: Apache-2.0
import { DrawerSection, fieldError, MIN_LENGTH, PasswordField, TextInput, useFormats } from '@fumibako/kit';
import type { Account } from './account';
import classes from './accounts.module.css';
import { QuotaField } from './QuotaField';
import { useAccountsText } from './text';

/** What the drawer can change. */
export interface AccountValues {
  readonly name: string;
  readonly quota: number;
  /** Empty to leave it. */
  readonly password: string;
}

interface Props {
  readonly account: Account;
  readonly values: AccountValues;
  readonly onChange: (change: Partial<AccountValues>) => void;
  /** Whether it was to be saved already, so that faults are shown. */
  readonly asked: boolean;
  readonly disabled: boolean;
}

export function AccountFields({ account, values, onChange, asked, disabled }: Props) {
  const say = useAccountsText();
  const short = values.password !== '' && [...values.password].length < MIN_LENGTH;
  return (
    <>
      <QuotaField
        account={account}
        value={values.quota}
        asked={asked}
        disabled={disabled}
        onChange={(quota) => onChange({ quota })}
      />
      <DrawerSection>
        <PasswordField
          label={say('password')}
          placeholder={say('passwordNew')}
          description={say('passwordHint', { min: MIN_LENGTH })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={values.password}
          disabled={disabled}
          onChange={(password) => onChange({ password })}
          error={fieldError(asked && short && say('passwordShort', { min: MIN_LENGTH }))}
        />
      </DrawerSection>
      <DrawerSection>
        <TextInput
          label={say('memo')}
          description={say('memoHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={values.name}
          disabled={disabled}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </DrawerSection>
      <Facts account={account} />
    </>
  );
}

function Facts({ account }: { account: Account }) {
  const say = useAccountsText();
  const formats = useFormats();
  const { targets, keeps } = account.forwarding;
  return (
    <DrawerSection title={say('use')}>
      <dl className={classes.facts}>
        <dt>{say('messages')}</dt>
        <dd>{formats.count(account.messages, 'message')}</dd>
        <dt>{say('lastSignIn')}</dt>
        <dd>{account.lastSignIn ? formats.shortTime(account.lastSignIn) : say('noSignIn')}</dd>
        <dt>{say('created')}</dt>
        <dd>{formats.date(account.created)}</dd>
        {targets > 0 && (
          <>
            <dt>{say('forwardTo')}</dt>
            <dd>
              {formats.count(targets, 'thing')} {keeps ? say('keeps') : say('keepsNot')}
            </dd>
          </>
        )}
      </dl>
    </DrawerSection>
  );
}
