// SPDX-License-Identifier: Apache-2.0
import { IconChevronRight, Link, PageHead, useSession } from '@fumibako/kit';
import { SymptomCards, symptomSlug } from '@fumibako/kit/doctor';
import classes from './Doctor.module.css';
import { useDoctorPageText } from './text';

/** What is wrong? */
export function Choice() {
  const say = useDoctorPageText();
  const { login } = useSession();
  return (
    <>
      <PageHead title={say('title')} lead={say('lead', { address: login })} />
      <SymptomCards to={(symptom) => `/doctor/${symptomSlug(symptom)}`} />
      <p className="fb-hint">{say('kept')}</p>
      <Link to="/doctor/bounce" className={classes.way}>
        {say('bounce')}
        <IconChevronRight size={16} aria-hidden />
      </Link>
      <p className="fb-hint">{say('bounceHint')}</p>
      {/* The panel is a bundle of its own. */}
      <a href="/portal/trace" className={classes.way}>
        {say('trace')}
        <IconChevronRight size={16} aria-hidden />
      </a>
      <p className="fb-hint">{say('traceHint')}</p>
    </>
  );
}
