// SPDX-License-Identifier: Apache-2.0
import { IconChevronRight, Link, Note, PageHead, SkeletonRows, useNavigate, useParams, useSearch } from '@fumibako/kit';
import { SymptomCards, type SymptomCode, symptomOf } from '@fumibako/kit/doctor';
import { lazy, Suspense, useState } from 'react';
import classes from './doctorPages.module.css';
import { examinationPath } from './places';
import { recentAddresses } from './recentAddresses';
import { useDoctorPageText } from './text';

// A list of suggestions is heavy, and the page can be read before it is there.
const AddressField = lazy(() => import('./AddressField'));

/** メール診断: which address, and what is wrong. */
export function DoctorPage() {
  const say = useDoctorPageText();
  const { domain } = useParams({ from: '/panel/$domain/doctor' });
  const { address, symptom } = useSearch({ from: '/panel/$domain/doctor' });
  const navigate = useNavigate({ from: '/panel/$domain/doctor' });
  const [local, setLocal] = useState(address ?? recentAddresses(domain)[0] ?? '');
  const wanted = symptom === undefined ? undefined : symptomOf(symptom);
  const missing = wanted !== undefined && local === '' ? say('chooseAddress') : undefined;
  const to = (code: SymptomCode) => examinationPath(domain, code, local.trim());
  return (
    <div className={classes.page}>
      <PageHead title={say('title')} lead={say('lead')} />
      <section className={classes.step}>
        <span className={classes.number} data-done={local !== '' || undefined} aria-hidden>
          1
        </span>
        <div>
          <h2>{say('which')}</h2>
          <Suspense fallback={<SkeletonRows rows={1} />}>
            <AddressField
              domain={domain}
              value={local}
              error={missing}
              onChange={(next) => {
                setLocal(next);
                void navigate({ search: { address: next || undefined, symptom }, replace: true });
              }}
            />
          </Suspense>
        </div>
      </section>
      <section className={classes.step}>
        <span className={classes.number} aria-hidden>
          2
        </span>
        <div>
          <h2>{say('what')}</h2>
          <SymptomCards to={to} />
          <Note kind="info" title={say('firstTitle')}>
            {say('first')} {say('kept')}
          </Note>
          <ul className={classes.ways}>
            <li>
              <Link to="/panel/$domain/doctor/bounce" params={{ domain }}>
                {say('bounce')}
                <IconChevronRight size={16} aria-hidden />
              </Link>
              <p className="fb-hint">{say('bounceHint')}</p>
            </li>
            <li>
              <Link to="/panel/$domain/doctor/faq" params={{ domain }}>
                {say('faq')}
                <IconChevronRight size={16} aria-hidden />
              </Link>
              <p className="fb-hint">{say('faqLead')}</p>
            </li>
          </ul>
        </div>
      </section>
    </div>
  );
}
