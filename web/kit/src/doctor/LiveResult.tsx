// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useFormats } from '../format';
import { PageHead } from '../parts/PageHead';
import { toasts } from '../parts/toasts';
import { Findings } from './Findings';
import type { Check, Remedy } from './finding';
import { type Change, Mended } from './Mended';
import { type Patient, patientAddress } from './patient';
import { RemedyBox, type Way } from './RemedyBox';
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
  /** How the reader does what is advised; without it, as it is advised. */
  readonly way?: (remedy: Remedy) => Way;
  /** Where one came from. */
  readonly crumb?: ReactNode;
}

/** An examination as it goes on: every check with its mark, the cause with its remedy. */
export function LiveResult({ patient, symptom, complaint, checks, link, way, crumb }: Props) {
  const say = useDoctorText();
  const formats = useFormats();
  const examination = useExamination(patient, symptom, checks);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const look = async (check: string) => {
    setChosen(check);
    await Promise.all([examination.repeat(check), client.invalidateQueries()]);
  };
  const mended = (change: Change) => {
    setChanges((before) => [change, ...before]);
    return look(change.check);
  };
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
              way={way?.(finding.remedy)}
              onDone={(undo) => mended({ check: finding.check, label: finding.remedy?.label ?? '', undo })}
            />
          )
        }
      >
        {changes.map((change) => (
          <Mended
            key={change.check + change.label}
            change={change}
            onUndone={() => {
              setChanges((before) => before.filter((one) => one !== change));
              toasts.show({ text: say('undone') });
              return look(change.check);
            }}
          />
        ))}
      </Findings>
    </>
  );
}
