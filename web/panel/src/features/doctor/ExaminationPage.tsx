// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, Link, SkeletonRows, useParams, useSearch } from '@fumibako/kit';
import { LiveResult, symptomOf, useSymptoms } from '@fumibako/kit/doctor';
import { useEffect } from 'react';
import { NotFound } from '../../app/NotFound';
import classes from './doctorPages.module.css';
import { casePath } from './places';
import { rememberAddress } from './recentAddresses';
import { useDoctorPageText } from './text';

/** What the doctor finds, as it finds it. Address and complaint are in the address of the page. */
export function ExaminationPage() {
  const say = useDoctorPageText();
  const { domain, symptom: slug } = useParams({ from: '/panel/$domain/doctor/$symptom' });
  const { address = '' } = useSearch({ from: '/panel/$domain/doctor/$symptom' });
  const symptoms = useSymptoms();
  const code = symptomOf(slug);
  const symptom = symptoms.data?.symptoms.find((one) => one.code === code);
  useEffect(() => {
    if (address !== '') {
      rememberAddress(domain, address);
    }
  }, [domain, address]);
  if (code === undefined || address === '') {
    return <NotFound />;
  }
  if (!symptom) {
    return symptoms.error ? <ErrorAlert error={symptoms.error} /> : <SkeletonRows />;
  }
  return (
    <LiveResult
      key={`${address} ${slug}`}
      patient={{ kind: 'domain', domain, localPart: address }}
      symptom={code}
      complaint={symptom.complaint}
      checks={symptom.checks}
      link={(id) => casePath(domain, id)}
      crumb={
        <p className={classes.crumb}>
          <Link to="/panel/$domain/doctor" params={{ domain }} search={{ address }}>
            {say('title')}
          </Link>
          <span aria-hidden> › </span>
          {address}@{domain}
        </p>
      }
    />
  );
}
