// SPDX-License-Identifier: Apache-2.0
import { Link, PageHead, useParams } from '@fumibako/kit';
import { Bounce, isSymptom, useBounceText } from '@fumibako/kit/doctor';
import classes from './doctorPages.module.css';
import { examinationPath } from './places';
import { recentAddresses } from './recentAddresses';
import { useDoctorPageText } from './text';

/** Paste an error mail, read what it means, look further. */
export function BouncePage() {
  const say = useDoctorPageText();
  const words = useBounceText();
  const { domain } = useParams({ from: '/panel/$domain/doctor/bounce' });
  return (
    <div className={classes.narrow}>
      <p className={classes.crumb}>
        <Link to="/panel/$domain/doctor" params={{ domain }}>
          {say('title')}
        </Link>
      </p>
      <PageHead title={say('bounce')} lead={words('bounceLead')} />
      <Bounce
        next={(failure) =>
          isSymptom(failure.symptom) && (
            <Link to={examinationPath(domain, failure.symptom, recentAddresses(domain)[0] ?? '')}>
              {words('bounceOpen')}
            </Link>
          )
        }
      />
    </div>
  );
}
