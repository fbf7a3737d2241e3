// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, IconCheckbox, IconRefresh, IconSelector, LazyMenu } from '@fumibako/kit';
import { lazy } from 'react';
import { useStore } from '../../mail/context';
import classes from './ListHead.module.css';
import { useList } from './ListProvider';
import { useListText } from './text';

const OrderMenu = lazy(() => import('./OrderMenu'));

/** Refresh, tick all that is known, order. */
export function HeadButtons() {
  const say = useListText();
  const store = useStore();
  const { listing, selection } = useList();
  const look = { className: classes.button, variant: 'subtle', color: 'gray', size: 32 } as const;
  const order = (
    <ActionIcon {...look} aria-label={say('sort')} title={say('sort')}>
      <IconSelector size={16} stroke={1.75} />
    </ActionIcon>
  );
  return (
    <>
      <ActionIcon
        {...look}
        aria-label={say('refresh')}
        title={say('refresh')}
        onClick={() => void store.sync().catch(() => undefined)}
      >
        <IconRefresh size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={say('select')}
        title={say('select')}
        onClick={() => selection.choose(listing.known())}
      >
        <IconCheckbox size={16} stroke={1.75} />
      </ActionIcon>
      <LazyMenu button={order} menu={(target) => <OrderMenu target={target} />} />
    </>
  );
}
