// SPDX-License-Identifier: Apache-2.0
import { IconCheck, Menu, useNavigate, useSearch } from '@fumibako/kit';
import type { ReactElement } from 'react';
import { changePrefs, usePrefs } from '../../app/prefs';
import type { Order } from '../../mail/box';
import { useList } from './ListProvider';
import { useListText } from './text';

const ORDERS = [
  ['newest', 'orderNewest'],
  ['oldest', 'orderOldest'],
  ['sender', 'orderSender'],
  ['subject', 'orderSubject'],
  ['largest', 'orderLargest'],
] as const satisfies readonly (readonly [Order, string])[];

/** In which order a list is, and whether threads are one entry. */
export default function OrderMenu({ target }: { target: ReactElement }) {
  const say = useListText();
  const navigate = useNavigate();
  const { box } = useList();
  const { order = 'newest' } = useSearch({ strict: false });
  const { threads } = usePrefs();
  const mark = (on: boolean) => (on ? <IconCheck size={16} stroke={1.75} /> : <span style={{ width: 16 }} />);
  return (
    <Menu position="bottom-end" offset={4} width={224} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('sort')}</Menu.Label>
        {ORDERS.map(([value, text]) => (
          <Menu.Item
            key={value}
            leftSection={mark(order === value)}
            onClick={() =>
              void navigate({
                to: '/$box',
                params: { box: box.key },
                search: ({ q, show }) => ({ q, show, order: value === 'newest' ? undefined : value }),
              })
            }
          >
            {say(text)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say('grouping')}</Menu.Label>
        <Menu.Item leftSection={mark(threads)} onClick={() => changePrefs({ threads: true })}>
          {say('asThreads')}
        </Menu.Item>
        <Menu.Item leftSection={mark(!threads)} onClick={() => changePrefs({ threads: false })}>
          {say('asSingles')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
