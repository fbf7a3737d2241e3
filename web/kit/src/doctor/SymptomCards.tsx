// SPDX-License-Identifier: Apache-2.0
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Card } from '../parts/Card';
import classes from './doctor.module.css';
import { GROUPS, type SymptomCode } from './symptoms';
import { useDoctorText } from './text';
import { useSymptoms } from './useSymptoms';

/** The complaints, those together that belong together. `to` says where one leads. */
export function SymptomCards({ to }: { to: (symptom: SymptomCode) => string }) {
  const say = useDoctorText();
  const symptoms = useSymptoms().data?.symptoms ?? [];
  const complaint = (code: SymptomCode) => symptoms.find((symptom) => symptom.code === code)?.complaint ?? ' ';
  return (
    <div className={classes.groups}>
      {GROUPS.map(({ title, icon: Icon, codes }) => (
        <Card
          key={title}
          title={say(title)}
          icon={<Icon size={16} stroke={1.75} className={classes.groupIcon} aria-hidden />}
        >
          <ul className={classes.complaints}>
            {codes.map((code) => (
              <li key={code}>
                <Link to={to(code)} className={classes.complaint}>
                  <span>{complaint(code)}</span>
                  <IconChevronRight size={16} stroke={1.75} aria-hidden />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
