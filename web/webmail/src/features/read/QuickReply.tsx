// SPDX-License-Identifier: Apache-2.0
import { IconArrowBackUp, Link, useLayout } from '@fumibako/kit';
import type { Email } from '../../jmap';
import { displayName } from '../../mail/people';
import { useList } from '../list/ListProvider';
import classes from './ReadPage.module.css';
import { useReadText } from './text';

/** The way to an answer at the end of what was read. */
export function QuickReply({ email }: { email: Email }) {
  const say = useReadText();
  const { box } = useList();
  const phone = useLayout() === 'phone';
  const [from] = email.from ?? [];
  if (phone || !from || box.role === 'junk') {
    return null;
  }
  return (
    <Link to="/$box/compose" params={{ box: box.key }} search={{ reply: email.id }} className={classes.reply}>
      <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
      <span>{say('replyTo', { name: displayName(from) })}</span>
      <kbd aria-hidden>r</kbd>
    </Link>
  );
}
