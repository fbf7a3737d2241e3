// SPDX-License-Identifier: Apache-2.0
import {
  FileButton,
  type Icon,
  IconBlockquote,
  IconBold,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPaperclip,
  IconPhoto,
  IconSignature,
  IconUnderline,
  SegmentedControl,
  toasts,
  UnstyledButton,
} from '@fumibako/kit';
import type { EditorCommand, EditorHandle } from '@fumibako/kit/editor';
import { type KeyboardEvent, useEffect, useReducer, useState } from 'react';
import { textOfHtml } from './alternative';
import type { Keeper } from './draft/keeper';
import { LinkRow } from './LinkRow';
import { htmlOf } from './quote';
import classes from './Toolbar.module.css';
import { useComposeText } from './text';
import { useWriting } from './useKeeper';

interface Props {
  readonly keeper: Keeper;
  /** Undefined while there is no formatting. */
  readonly editor: EditorHandle | undefined;
  readonly onFiles: (files: readonly File[], inText: boolean) => void;
  readonly onSign: (() => void) | undefined;
}

const MARKS = [
  ['bold', IconBold],
  ['italic', IconItalic],
  ['underline', IconUnderline],
] as const;

const BLOCKS = [
  ['bulletList', IconList],
  ['orderedList', IconListNumbers],
  ['blockquote', IconBlockquote],
] as const;

/** Formatting, pictures, files and signature; one stop for Tab, with arrows between. */
export function Toolbar({ keeper, editor, onFiles, onSign }: Props) {
  const say = useComposeText();
  const { content } = useWriting(keeper);
  const [linking, setLinking] = useState(false);
  useRedraw(editor);
  const tool = (command: EditorCommand, icon: Icon) => (
    <Tool
      key={command}
      icon={icon}
      label={say(command)}
      on={editor?.active(command)}
      onPress={() => editor?.run(command)}
    />
  );
  return (
    <>
      <div className={classes.bar}>
        <div role="toolbar" aria-label={say('formatting')} className={classes.tools} onKeyDown={rove}>
          {editor && (
            <>
              {MARKS.map(([command, icon]) => tool(command, icon))}
              <span className={classes.gap} />
              {BLOCKS.map(([command, icon]) => tool(command, icon))}
              <span className={classes.gap} />
              <Tool icon={IconLink} label={say('link')} on={editor.active('link')} onPress={() => setLinking(true)} />
              <Picker
                label={say('picture')}
                icon={IconPhoto}
                accept="image/*"
                onFiles={(list) => onFiles(list, true)}
              />
            </>
          )}
          <Picker label={say('attach')} icon={IconPaperclip} onFiles={(list) => onFiles(list, false)} />
          {onSign && <Tool icon={IconSignature} label={say('signature')} onPress={onSign} />}
        </div>
        <Mode keeper={keeper} rich={content.rich} />
      </div>
      {linking && editor && <LinkRow editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly on?: boolean | undefined;
  readonly onPress: () => void;
}

function Tool({ icon: Icon, label, on, onPress }: ToolProps) {
  return (
    <UnstyledButton
      className={classes.tool}
      aria-label={label}
      title={label}
      aria-pressed={on}
      // The selection of the text stays.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
    </UnstyledButton>
  );
}

interface PickerProps {
  readonly icon: Icon;
  readonly label: string;
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

function Picker({ icon, label, accept, onFiles }: PickerProps) {
  return (
    <FileButton multiple accept={accept} onChange={onFiles} inputProps={{ 'aria-label': label }}>
      {({ onClick }) => <Tool icon={icon} label={label} onPress={onClick} />}
    </FileButton>
  );
}

function Mode({ keeper, rich }: { keeper: Keeper; rich: boolean }) {
  const say = useComposeText();
  const change = (to: string) => {
    const { html, text } = keeper.content;
    if (to === 'rich') {
      keeper.change({ rich: true, html: htmlOf(text) });
    } else {
      keeper.change({ rich: false, text: textOfHtml(html) });
      toasts.show({ text: say('unformatted'), act: () => keeper.change({ rich: true, html }) });
    }
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('mode')}
      data={[
        { value: 'rich', label: say('rich') },
        { value: 'plain', label: say('plain') },
      ]}
      value={rich ? 'rich' : 'plain'}
      onChange={change}
    />
  );
}

/** Draws again when the caret goes elsewhere: buttons show what is on there. */
function useRedraw(editor: EditorHandle | undefined): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => editor?.subscribe(redraw), [editor]);
}

function rove(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step !== 0 && at >= 0) {
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}
