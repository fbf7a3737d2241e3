// SPDX-License-Identifier: Apache-2.0
import { Card, IconChevronRight, Link, PageHead, useLanguage, useParams } from '@fumibako/kit';
import { CODES, HEADINGS, useSymptoms } from '@fumibako/kit/doctor';
import classes from './doctorPages.module.css';
import { examinationPath } from './places';
import { recentAddresses } from './recentAddresses';
import { useDoctorPageText } from './text';

/** よくある質問: the trouble page's headings, each of which opens its symptom. */
export function FaqPage() {
  const say = useDoctorPageText();
  const japanese = useLanguage() === 'ja';
  const { domain } = useParams({ from: '/panel/$domain/doctor/faq' });
  const symptoms = useSymptoms().data?.symptoms;
  const local = recentAddresses(domain)[0] ?? '';
  return (
    <div className={classes.narrow}>
      <p className={classes.crumb}>
        <Link to="/panel/$domain/doctor" params={{ domain }}>
          {say('title')}
        </Link>
      </p>
      <PageHead title={say('faq')} lead={say('faqLead')} />
      <Card>
        <ul className={classes.questions}>
          {CODES.map((code) => (
            <li key={code}>
              <Link to={examinationPath(domain, code, local)}>
                <span>{japanese ? HEADINGS[code] : symptoms?.find((symptom) => symptom.code === code)?.complaint}</span>
                <IconChevronRight size={16} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
