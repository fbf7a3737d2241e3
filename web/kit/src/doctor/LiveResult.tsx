// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useFormats } from '../format';
import { PageHead } from '../parts/PageHead';
import { Findings } from './Findings';
import type { Check } from './finding';
import { type Patient, patientAddress } from './patient';
import { RemedyBox } from './RemedyBox';
import { Share } from './Share';
import type { SymptomCode } from './symptoms';
import { useDoctorText } from './text';
import { useExamination } from './useExamination';

interface Props {
  readonly patient: Patient;
  readonly symptom: SymptomCode;
  readonly complaint: string;
  readonly checks: readonly Check[];
  /** The address of a case's page. */
  readonly link: (id: string) => string;
  /** Where one came from. */
  readonly crumb?: ReactNode;
}

/** An examination as it goes on: every check with its mark, the cause with its remedy. */
export function LiveResult({ patient, symptom, complaint, checks, link, crumb }: Props) {
  const say = useDoctorText();
  const formats = useFormats();
  const examination = useExamination(patient, symptom, checks);
  const [chosen, setChosen] = useState<string>();
  const parts = [patientAddress(patient), say('diagnosed', { time: formats.fullTime(examination.begun) })];
  if (examination.done) {
    parts.push(say('took', { count: checks.length, seconds: examination.seconds.toFixed(1) }));
  }
  return (
    <>
      {crumb}
      <PageHead
        title={complaint}
        lead={parts.join(' · ')}
        actions={
          <>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconRefresh size={16} aria-hidden />}
              disabled={!examination.done}
              onClick={() => {
                setChosen(undefined);
                examination.again();
              }}
            >
              {say('again')}
            </Button>
            <Share key={examination.id} patient={patient} id={examination.id} ready={examination.done} link={link} />
          </>
        }
      />
      <Findings
        checks={checks}
        progress={examination.progress}
        done={examination.done}
        chosen={chosen}
        onChoose={setChosen}
        remedy={(finding) =>
          finding.remedy && (
            <RemedyBox
              remedy={finding.remedy}
              onDone={() => {
                setChosen(finding.check);
                return examination.repeat(finding.check);
              }}
            />
          )
        }
      />
    </>
  );
}
