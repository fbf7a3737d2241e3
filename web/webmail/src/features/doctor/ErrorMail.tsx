// SPDX-License-Identifier: Apache-2.0
import { Link, PageHead } from '@fumibako/kit';
import { Bounce, isSymptom, symptomSlug, useBounceText } from '@fumibako/kit/doctor';
import { useDoctorPageText } from './text';

/** Paste an error mail, read what it means, look further. */
export default function ErrorMail() {
  const say = useDoctorPageText();
  const words = useBounceText();
  return (
    <>
      <PageHead title={say('bounce')} lead={words('bounceLead')} />
      <Bounce
        next={(failure) =>
          isSymptom(failure.symptom) && (
            <Link to="/doctor/$symptom" params={{ symptom: symptomSlug(failure.symptom) }}>
              {words('bounceOpen')}
            </Link>
          )
        }
      />
    </>
  );
}
