// SPDX-License-Identifier: Apache-2.0
import { Button, DrawerSection, fieldError, number, StateChip, TextInput, UsageBar, useFormats } from '@fumibako/kit';
import { useState } from 'react';
import { type Account, QUOTA, quotaFits, usedMegabytes } from './account';
import classes from './accounts.module.css';
import { useAccountsText } from './text';

/** From this share on it is said how little is left. */
const NEARLY_FULL = 0.95;

const STEPS = [1000, 5000];

interface Props {
  /** Absent when it is about to be added. */
  readonly account?: Account;
  readonly value: number;
  readonly asked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** 容量: what an account may hold, beside what it holds. */
export function QuotaField({ account, value, asked, disabled = false, onChange }: Props) {
  const say = useAccountsText();
  // While one types, what is typed; otherwise with commas.
  const [text, setText] = useState<string>();
  const wrong = !quotaFits(value) && (asked || value > QUOTA.max);
  return (
    <DrawerSection>
      <div className={classes.quotaRow}>
        <TextInput
          label={say('quota')}
          inputMode="numeric"
          value={text ?? (Number.isNaN(value) ? '' : number(value))}
          onFocus={() => setText(Number.isNaN(value) ? '' : String(value))}
          onBlur={() => setText(undefined)}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange(wholeNumber(event.currentTarget.value));
          }}
          disabled={disabled}
          rightSection={<span className={classes.unit}>MB</span>}
          error={wrong}
        />
        {STEPS.map((more) => (
          <Button
            key={more}
            variant="default"
            size="compact-sm"
            h={36}
            disabled={disabled || value + more > QUOTA.max}
            aria-label={say('quotaMoreLabel', { more })}
            onClick={() => onChange((Number.isNaN(value) ? 0 : value) + more)}
          >
            {say('quotaMore', { more })}
          </Button>
        ))}
      </div>
      {wrong && <div role="alert">{fieldError(say('quotaWrong', QUOTA))}</div>}
      {account ? <Room account={account} value={value} /> : <p className="fb-hint">{say('quotaHint', QUOTA)}</p>}
    </DrawerSection>
  );
}

/** Full-width digits and commas are as good as others; NaN when it is no number. */
function wholeNumber(text: string): number {
  const digits = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

function Room({ account, value }: { account: Account; value: number }) {
  const say = useAccountsText();
  const formats = useFormats();
  const used = usedMegabytes(account);
  const nearly = used / account.quotaMegabytes >= NEARLY_FULL;
  return (
    <>
      <div className={classes.bar}>
        <UsageBar label={say('quota')} used={used} allowed={value} text="" />
      </div>
      <p className="fb-hint">
        {say('quotaUsed', { used: formats.megabytes(used), ...QUOTA })}
        {value !== account.quotaMegabytes &&
          ` ${say('quotaBefore', { before: formats.megabytes(account.quotaMegabytes) })}`}
      </p>
      {nearly && (
        <StateChip state="attention">
          {say('quotaLeft', { left: formats.megabytes(Math.max(0, account.quotaMegabytes - used)) })}
        </StateChip>
      )}
    </>
  );
}
