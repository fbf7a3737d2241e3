// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, PageHead, useSession } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { AttentionCard } from './AttentionCard';
import { getPortal } from './api/getPortal';
import { DomainList } from './DomainList';
import { PlanUse } from './PlanUse';
import classes from './portal.module.css';
import { usePortalText } from './text';

/** The first page: the domains, what they use of the plan, and what needs attention. */
export function PortalHome() {
  const say = usePortalText();
  const customer = useSession().role === 'customer';
  const portal = useQuery({ queryKey: ['portal'], queryFn: getPortal, enabled: customer });
  const count = portal.data?.totalDomains;
  return (
    <div className={classes.page} data-wide={!customer || undefined}>
      <div>
        <PageHead title={say('title')} lead={count !== undefined && say('lead', { count })} />
        <ErrorAlert error={portal.error} onRetry={() => void portal.refetch()} />
        {customer && <AttentionCard />}
        <DomainList everybody={!customer} />
      </div>
      {portal.data && <PlanUse plan={portal.data.customer.plan} use={portal.data.use} />}
    </div>
  );
}
