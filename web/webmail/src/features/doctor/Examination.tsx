// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, Link, SkeletonRows, useSession } from '@fumibako/kit';
import { LiveResult, symptomOf, useSymptoms } from '@fumibako/kit/doctor';
import { Choice } from './Choice';
import classes from './Doctor.module.css';
import { ownersWay } from './ownersWay';
import { useDoctorPageText } from './text';

/** What the doctor finds about the reader's own account, as it finds it. */
export default function Examination({ slug }: { slug: string }) {
  const say = useDoctorPageText();
  const { login } = useSession();
  const symptoms = useSymptoms();
  const code = symptomOf(slug);
  const symptom = symptoms.data?.symptoms.find((one) => one.code === code);
  if (code === undefined) {
    return <Choice />;
  }
  if (!symptom) {
    return symptoms.error ? <ErrorAlert error={symptoms.error} /> : <SkeletonRows />;
  }
  const domain = login.slice(login.lastIndexOf('@') + 1);
  return (
    <LiveResult
      patient={{ kind: 'account', address: login }}
      symptom={code}
      complaint={symptom.complaint}
      checks={symptom.checks}
      // Who manages the domain, and support while it is shared, look at it in the server panel.
      link={(id) => `/panel/${domain}/doctor/cases/${id}`}
      way={(remedy) => ownersWay(login, remedy)}
      crumb={
        <p className={classes.crumb}>
          <Link to="/doctor">{say('title')}</Link>
        </p>
      }
    />
  );
}
