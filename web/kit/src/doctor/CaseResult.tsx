// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../format';
import { useLanguage } from '../i18n';
import { ErrorAlert } from '../parts/ErrorAlert';
import { PageHead } from '../parts/PageHead';
import { SkeletonRows } from '../parts/SkeletonRows';
import { getCase } from './api/getCase';
import classes from './doctor.module.css';
import { Findings } from './Findings';
import type { Patient } from './patient';
import { useDoctorText } from './text';
import { useSymptoms } from './useSymptoms';

/** An examination as it was shown, for whoever it was shared with: nothing can be changed from here. */
export function CaseResult({ patient, id }: { patient: Patient; id: string }) {
  const say = useDoctorText();
  const formats = useFormats();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const kept = useQuery({ queryKey: ['case', id, language], queryFn: () => getCase(patient, id) });
  const symptoms = useSymptoms().data?.symptoms;
  const view = kept.data;
  const complaint = symptoms?.find((symptom) => symptom.code === view?.symptom)?.complaint;
  return (
    <>
      <PageHead
        title={complaint ?? say('checked')}
        lead={view && `${view.address} · ${say('kept', { time: formats.fullTime(view.at) })}`}
      />
      <ErrorAlert error={kept.error} onRetry={() => void kept.refetch()} />
      {!view && !kept.error && <SkeletonRows />}
      {view && (
        <Findings
          checks={view.findings.map((finding) => ({ id: finding.check, subject: finding.subject }))}
          progress={new Map(view.findings.map((finding) => [finding.check, finding]))}
          done
          chosen={chosen}
          onChoose={setChosen}
          remedy={(finding) =>
            finding.remedy && (
              <section className={classes.remedy}>
                <h3>{say('remedyTitle')}</h3>
                <p className="fb-prose">{finding.remedy.label}</p>
              </section>
            )
          }
        />
      )}
    </>
  );
}
