// SPDX-License-Identifier: Apache-2.0
import { IconStethoscope } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './doctor.module.css';
import type { SymptomCode } from './symptoms';
import { useDoctorText } from './text';
import { useSymptoms } from './useSymptoms';

interface Props {
  readonly codes: readonly SymptomCode[];
  readonly to: (symptom: SymptomCode) => string;
}

/** At the end of a screen: the troubles that belong to it. */
export function HelpLinks({ codes, to }: Props) {
  const say = useDoctorText();
  const symptoms = useSymptoms().data?.symptoms;
  if (!symptoms) {
    return null;
  }
  return (
    <aside className={classes.help} aria-label={say('help')}>
      <IconStethoscope size={16} stroke={1.75} aria-hidden />
      <span>{say('help')}</span>
      {codes.map((code) => (
        <Link key={code} to={to(code)}>
          {symptoms.find((symptom) => symptom.code === code)?.complaint}
        </Link>
      ))}
    </aside>
  );
}
