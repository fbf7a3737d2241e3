// SPDX-License-Identifier: Apache-2.0
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useKitText } from '../i18n/kit';
import classes from './PasswordField.module.css';
import { strength } from './strength';

type Props = Omit<PasswordInputProps, 'onChange' | 'value'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A new password, shown on demand, with how hard it would be to guess. */
export function PasswordField({ value, onChange, ...props }: Props) {
  const say = useKitText();
  const level = strength(value);
  const words = [say('strengthWeak'), say('strengthFair'), say('strengthStrong')];
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        {...props}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': say('show'), tabIndex: 0 }}
      />
      {value !== '' && (
        <div className={classes.strength} data-level={level}>
          <span className={classes.steps} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          <span role="status">
            {say('strength')} {words[level]}
          </span>
        </div>
      )}
    </div>
  );
}
