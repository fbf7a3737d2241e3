// SPDX-License-Identifier: Apache-2.0
import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/ja';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n';
import { useKitText } from '../i18n/kit';

/** The first and the last day, `2026-11-25`; null while one is missing. */
export type Days = readonly [string | null, string | null];

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: Days;
  readonly onChange: (days: Days) => void;
  readonly min: string;
  readonly error?: ReactNode;
}

/** From a day to a day, both included. */
export function DateRange({ label, description, value, onChange, min, error }: Props) {
  const say = useKitText();
  const language = useLanguage();
  return (
    <DatePickerInput
      type="range"
      locale={language}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={say('chooseDays')}
      value={[value[0], value[1]]}
      onChange={(days) => onChange(days)}
      minDate={min}
      allowSingleDateInRange
      firstDayOfWeek={0}
      valueFormat={say('dayPattern')}
      leftSection={<IconCalendar size={16} stroke={1.75} aria-hidden />}
      ariaLabels={{ previousMonth: say('previousMonth'), nextMonth: say('nextMonth') }}
      error={error}
    />
  );
}
