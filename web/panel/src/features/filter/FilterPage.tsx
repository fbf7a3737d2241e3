// SPDX-License-Identifier: Apache-2.0
import { Card, ErrorAlert, PageHead, SkeletonRows, useParams } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { getFilter } from './api/getFilter';
import { FilterForm } from './FilterForm';
import classes from './filter.module.css';
import { SenderList } from './SenderList';
import { useFilterText } from './text';

/** 迷惑メールフィルタ設定: how strict, what becomes of spam, and whose mail is never or always spam. */
export function FilterPage() {
  const say = useFilterText();
  const { domain } = useParams({ from: '/panel/$domain/filter' });
  const filter = useQuery({ queryKey: ['filter', domain], queryFn: () => getFilter(domain) });
  const view = filter.data;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={view && say(view.level === 'off' ? 'leadOff' : 'lead', { domain, level: say(`level-${view.level}`) })}
      />
      <ErrorAlert error={filter.error} onRetry={() => void filter.refetch()} />
      <div className={classes.column}>
        {view === undefined ? (
          !filter.error && (
            <Card title={say('card')} padded>
              <SkeletonRows rows={5} />
            </Card>
          )
        ) : (
          <>
            <FilterForm domain={domain} filter={view} />
            <SenderList domain={domain} list="allowed" senders={view.allowed} />
            <SenderList domain={domain} list="blocked" senders={view.blocked} />
          </>
        )}
      </div>
    </>
  );
}
