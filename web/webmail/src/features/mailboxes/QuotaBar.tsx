// SPDX-License-Identifier: Apache-2.0
import { UsageBar, useFormats } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { useSyncExternalStore } from 'react';
import { useStore } from '../../mail/context';
import { getQuota } from './api/getQuota';
import classes from './Folders.module.css';
import { useMailboxText } from './text';

/** How much of the storage is used; asked again when mailboxes have changed. */
export function QuotaBar() {
  const say = useMailboxText();
  const formats = useFormats();
  const store = useStore();
  const state = useSyncExternalStore(store.mailboxes.subscribe, () => store.mailboxes.state);
  const { data } = useQuery({
    queryKey: ['quota', state],
    queryFn: () => getQuota(store),
    placeholderData: (before) => before,
  });
  if (!data) {
    return null;
  }
  const used = formats.size(data.used);
  return (
    <div className={classes.quota}>
      <div className={classes.quotaWords}>
        <span>{say('usage')}</span>
        <span>{say('used', { used, limit: formats.size(data.hardLimit) })}</span>
      </div>
      <UsageBar label={say('usage')} used={data.used} allowed={data.hardLimit} text="" />
    </div>
  );
}
