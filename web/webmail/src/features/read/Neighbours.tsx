// SPDX-License-Identifier: Apache-2.0
import { IconChevronDown, IconChevronUp, UnstyledButton } from '@fumibako/kit';
import type { Id } from '../../jmap';
import { useStore } from '../../mail/context';
import { useList } from '../list/ListProvider';
import { useOpen } from '../list/useOpen';
import classes from './Toolbar.module.css';
import { useReadText } from './text';

/** The emails before and after in the list. */
export function Neighbours({ id }: { id: Id }) {
  const say = useReadText();
  const { emails } = useStore();
  const { listing } = useList();
  const open = useOpen();
  const at = listing.indexOf(id);
  const go = (by: number) => {
    const row = emails.get(listing.at(at + by) ?? '');
    if (at >= 0 && row) {
      open(row);
    }
  };
  return (
    <div className={classes.neighbours}>
      <UnstyledButton
        className={classes.tool}
        aria-label={say('previous')}
        title={say('previous')}
        onClick={() => go(-1)}
      >
        <IconChevronUp size={16} stroke={1.75} aria-hidden />
      </UnstyledButton>
      <UnstyledButton className={classes.tool} aria-label={say('next')} title={say('next')} onClick={() => go(1)}>
        <IconChevronDown size={16} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </div>
  );
}
