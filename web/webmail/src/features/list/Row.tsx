// SPDX-License-Identifier: Apache-2.0
import { IconPaperclip, IconStar, IconStarFilled, useFormats } from '@fumibako/kit';
import { memo } from 'react';
import type { EmailRow, Id } from '../../jmap';
import { useRow } from '../../mail/context';
import { useMailText } from '../../mail/text';
import { useReadText } from '../read/text';
import { Highlighted } from '../search/Highlighted';
import classes from './Rows.module.css';
import { rowTime } from './rowTime';
import { useListText } from './text';
import { useCommands } from './useCommands';
import { type Entry, useEntry } from './useEntry';
import { useGestures } from './useGestures';
import { usePurge } from './usePurge';
import { useSnippet } from './useSnippet';

interface Props {
  readonly id: Id | undefined;
  readonly index: number;
  readonly total: number;
  readonly open: boolean;
  readonly cursor: boolean;
  readonly ticked: boolean;
}

/** One entry of a list: an email, or a thread by its last one. */
export const Row = memo(function Row(props: Props) {
  const row = useRow(props.id);
  return row ? <Known {...props} row={row} /> : <Unknown {...props} />;
});

function place({ index, total, ticked }: Props) {
  return {
    id: `fb-row-${index}`,
    'aria-posinset': index + 1,
    'aria-setsize': total,
    'aria-selected': ticked,
  } as const;
}

/** Where a row stands. The heights are those of Rows.module.css. */
function top(index: number) {
  return { top: `calc(${index} * var(--fb-row))` };
}

function Unknown(props: Props) {
  const say = useListText();
  return (
    <div
      role="option"
      {...place(props)}
      className={classes.row}
      style={top(props.index)}
      aria-label={say('loading')}
      tabIndex={-1}
    >
      <span className={classes.blank} style={{ width: '40%' }} />
      <span className={classes.blank} style={{ width: '70%' }} />
    </div>
  );
}

function Known(props: Props & { row: EmailRow }) {
  const { row, index } = props;
  const say = useReadText();
  const entry = useEntry(row);
  const label = useLabel(row, entry);
  const { by, handlers } = useGestures(row, index);
  return (
    <div
      role="option"
      {...place(props)}
      {...handlers}
      className={classes.row}
      style={{ ...top(index), transform: by === 0 ? undefined : `translateX(${by}px)` }}
      tabIndex={-1}
      aria-label={label}
      data-open={props.open || undefined}
      data-cursor={props.cursor || undefined}
      data-unread={entry.unread || undefined}
    >
      {by !== 0 && (
        <span className={classes.aside} data-left={by < 0 || undefined}>
          {say(by > 0 ? 'archive' : 'trash')}
        </span>
      )}
      <Words row={row} entry={entry} />
    </div>
  );
}

/** What a row says. */
function Words({ row, entry }: { row: EmailRow; entry: Entry }) {
  const formats = useFormats();
  const sayMail = useMailText();
  const snippet = useSnippet(row.id);
  return (
    <>
      <span className={classes.dot} />
      <span className={classes.who}>{entry.who}</span>
      <time className={classes.time} dateTime={row.receivedAt} title={formats.fullTime(row.receivedAt)}>
        {rowTime(formats.shortTime(row.receivedAt))}
      </time>
      <span className={classes.subject}>
        {snippet?.subject ? <Highlighted snippet={snippet.subject} /> : row.subject || sayMail('noSubject')}
      </span>
      <span className={classes.marks}>
        <Star row={row} on={entry.starred} />
        {entry.attachment && <IconPaperclip size={14} stroke={1.75} />}
        {entry.count > 1 && <span>{entry.count}</span>}
      </span>
      <Preview row={row} snippet={snippet?.preview ?? undefined} />
    </>
  );
}

/** How the text begins; in Trash, when it is deleted. */
function Preview({ row, snippet }: { row: EmailRow; snippet: string | undefined }) {
  const purge = usePurge(row);
  return (
    <span className={classes.preview}>
      {purge && <span className={classes.purge}>{purge}</span>}
      {snippet ? <Highlighted snippet={snippet} /> : row.preview}
    </span>
  );
}

/** For the pointer only: options hold nothing that takes the focus, keys have `s`. */
function Star({ row, on }: { row: EmailRow; on: boolean }) {
  const { star } = useCommands();
  const Icon = on ? IconStarFilled : IconStar;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key s does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key s does the same
    <span
      className={classes.star}
      data-on={on || undefined}
      onClick={(event) => {
        event.stopPropagation();
        void star([row], !on);
      }}
    >
      <Icon size={14} stroke={1.75} />
    </span>
  );
}

/** What is read out of a row. */
function useLabel(row: EmailRow, entry: Entry): string {
  const say = useListText();
  const sayMail = useMailText();
  const formats = useFormats();
  const purge = usePurge(row);
  return [
    entry.unread && say('rowUnread'),
    entry.starred && say('rowStarred'),
    entry.who,
    row.subject || sayMail('noSubject'),
    formats.shortTime(row.receivedAt),
    entry.attachment && say('rowAttachment'),
    entry.count > 1 && say('rowThread', { count: entry.count }),
    purge,
    row.preview,
  ]
    .filter(Boolean)
    .join(', ');
}
