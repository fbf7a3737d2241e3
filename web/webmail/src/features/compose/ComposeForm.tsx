// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@fumibako/kit';
import { type FormEvent, type KeyboardEvent, useEffect } from 'react';
import type { Identity } from '../../jmap';
import { AttachmentList } from './attach/AttachmentList';
import { useAttachments } from './attach/useAttachments';
import { Bar } from './Bar';
import { BodyField } from './BodyField';
import classes from './Compose.module.css';
import { Foot } from './Foot';
import { HeadFields } from './HeadFields';
import { Problems } from './Problems';
import { useBook } from './people/useBook';
import { useComposeText } from './text';
import { useDrop } from './useDrop';
import { useKeeper, useWriting } from './useKeeper';
import { useLeave } from './useLeave';
import type { Opening } from './useOpening';
import { useSend } from './useSend';

interface Props {
  /** The name under which this browser keeps it. */
  readonly name: string;
  readonly opening: Opening;
  readonly identities: readonly Identity[];
}

/** What is written, from whom to what goes along. */
export function ComposeForm({ name, opening, identities }: Props) {
  const title = useTitle();
  const keeper = useKeeper(name, opening, identities);
  const { content } = useWriting(keeper);
  const book = useBook(identities);
  const files = useAttachments(keeper);
  const leave = useLeave(keeper);
  const sending = useSend(keeper, identities, book, leave.away);
  const drop = useDrop((dropped) => files.add(dropped, false));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.send(false);
  };
  return (
    <form
      className={classes.pane}
      data-drop={drop.over || undefined}
      aria-label={title}
      onSubmit={submit}
      onKeyDownCapture={(event) =>
        onKeys(
          event,
          () => void sending.send(false),
          () => void keeper.flush().catch(() => undefined),
        )
      }
      onKeyDown={(event) => onRest(event, () => void leave.close())}
      {...drop.props}
      noValidate
    >
      <Bar title={title} keeper={keeper} onClose={() => void leave.close()} />
      <div className={classes.form}>
        <HeadFields
          keeper={keeper}
          identities={identities}
          book={book}
          wrong={sending.wrong}
          startsHere={content.to.length === 0}
        />
        <BodyField keeper={keeper} identities={identities} files={files} startsHere={content.to.length > 0} />
        <AttachmentList list={content.attachments} rich={content.rich} state={files} />
      </div>
      <Problems sending={sending} refused={files.refused} most={files.most} />
      <Foot
        keeper={keeper}
        busy={sending.busy}
        most={files.most}
        onLater={(at) => void sending.send(false, at)}
        onDiscard={() => void leave.discard()}
      />
    </form>
  );
}

function useTitle(): string {
  const say = useComposeText();
  const { reply, forward, draft } = useSearch({ strict: false });
  const title = say(reply ? 'reply' : forward ? 'forward' : draft ? 'draft' : 'newMessage');
  useEffect(() => {
    document.title = `${title} | Fumibako`;
  }, [title]);
  return title;
}

/** Before the fields see them: the editor would take Ctrl+Enter for a new line. */
function onKeys(event: KeyboardEvent, send: () => void, save: () => void): void {
  const { target } = event;
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && !event.nativeEvent.isComposing) {
    event.preventDefault();
    event.stopPropagation();
    // A field that is left takes what is typed in it.
    if (target instanceof HTMLInputElement) {
      target.blur();
    }
    send();
  } else if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    save();
  }
}

/** Single keys belong to the list and not to what is written, wherever in it the focus is. */
function onRest(event: KeyboardEvent, close: () => void): void {
  if (event.key === 'Escape' && !event.nativeEvent.isComposing && !event.defaultPrevented) {
    event.stopPropagation();
    close();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
    event.stopPropagation();
  }
}
