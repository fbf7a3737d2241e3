// SPDX-License-Identifier: Apache-2.0
import { ErrorAlert, SkeletonRows, UnstyledButton, useFormats } from '@fumibako/kit';
import { useEffect, useRef, useState } from 'react';
import type { EmailRow, Id } from '../../jmap';
import { isUnread } from '../../mail/box';
import { useRow, useStore } from '../../mail/context';
import { displayName } from '../../mail/people';
import { useMailText } from '../../mail/text';
import classes from './Conversation.module.css';
import { Message } from './Message';
import { useMessage } from './useMessage';
import { useSeen } from './useSeen';

/** All emails of a thread, oldest first: those that were read are closed but for the one that was asked for. */
export function Conversation({ ids, open }: { ids: readonly Id[]; open: Id }) {
  const { emails } = useStore();
  const [unfolded, setUnfolded] = useState<ReadonlySet<Id>>(() => {
    const unread = ids.filter((id) => {
      const row = emails.get(id);
      return row && isUnread(row);
    });
    return new Set([...unread, open]);
  });
  const toggle = (id: Id) =>
    setUnfolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) {
        after.add(id);
      }
      return after;
    });
  useThreadKeys();
  return (
    <div>
      {ids.map((id) => (
        <Entry key={id} id={id} unfolded={unfolded.has(id)} onToggle={() => toggle(id)} />
      ))}
    </div>
  );
}

function Entry({ id, unfolded, onToggle }: { id: Id; unfolded: boolean; onToggle: () => void }) {
  const row = useRow(id);
  return (
    <article className={classes.entry} data-thread-entry tabIndex={-1}>
      {!unfolded && row && <Folded row={row} onOpen={onToggle} />}
      {unfolded && <Unfolded id={id} />}
    </article>
  );
}

function Folded({ row, onOpen }: { row: EmailRow; onOpen: () => void }) {
  const sayMail = useMailText();
  const formats = useFormats();
  const [from] = row.from ?? [];
  return (
    <UnstyledButton className={classes.folded} onClick={onOpen} aria-expanded={false}>
      <b>{from ? displayName(from) : sayMail('noSender')}</b>
      <span className={classes.preview}>{row.preview}</span>
      <time dateTime={row.receivedAt}>{formats.shortTime(row.receivedAt)}</time>
    </UnstyledButton>
  );
}

function Unfolded({ id }: { id: Id }) {
  const { data, error, refetch } = useMessage(id);
  useSeen(id);
  if (data) {
    return (
      <div className={classes.unfolded}>
        <Message email={data} />
      </div>
    );
  }
  return error ? <ErrorAlert error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={3} />;
}

/** `n` and `p` go from email to email. */
function useThreadKeys(): void {
  const at = useRef(-1);
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const by = { n: 1, p: -1 }[key];
      const free = target instanceof HTMLElement && !target.closest('input,textarea,select,[contenteditable]');
      if (by !== undefined && free && !ctrlKey && !metaKey && !altKey) {
        const entries = [...document.querySelectorAll<HTMLElement>('[data-thread-entry]')];
        at.current = Math.min(Math.max(0, at.current + by), entries.length - 1);
        entries[at.current]?.focus();
        entries[at.current]?.scrollIntoView({ block: 'nearest' });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
