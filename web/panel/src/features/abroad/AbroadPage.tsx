// SPDX-License-Identifier: Apache-2.0
import { Card, ErrorAlert, PageHead, SkeletonRows, useParams } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { lazy, Suspense } from 'react';
import { Attempts } from './Attempts';
import classes from './abroad.module.css';
import { getCountryRule } from './api/getCountryRule';
import { RuleCard } from './RuleCard';
import { useAbroadText } from './text';

const Exceptions = lazy(() => import('./Exceptions'));
const TravelCard = lazy(() => import('./TravelCard'));

/** SMTP認証の国外アクセス制限設定. */
export function AbroadPage() {
  const say = useAbroadText();
  const { domain } = useParams({ from: '/panel/$domain/abroad' });
  const rule = useQuery({ queryKey: ['country', domain], queryFn: () => getCountryRule(domain) });
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <ErrorAlert error={rule.error} onRetry={() => void rule.refetch()} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {rule.data ? <RuleCard domain={domain} rule={rule.data} /> : !rule.error && <SkeletonRows rows={3} />}
          <Attempts domain={domain} allowed={rule.data?.allowed ?? []} />
        </div>
        {rule.data && (
          <div className={classes.column}>
            <Suspense
              fallback={
                <Card title={say('travel')}>
                  <SkeletonRows rows={3} />
                </Card>
              }
            >
              <TravelCard domain={domain} passes={rule.data.passes} />
              <Exceptions domain={domain} rule={rule.data} />
            </Suspense>
          </div>
        )}
      </div>
    </>
  );
}
