// SPDX-License-Identifier: Apache-2.0
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { pictureOf } from './picture';
import classes from './RichEditor.module.css';

export type EditorCommand = 'bold' | 'italic' | 'underline' | 'bulletList' | 'orderedList' | 'blockquote';

/** What a toolbar can do with an editor. */
export interface EditorHandle {
  readonly run: (command: EditorCommand) => void;
  readonly active: (command: EditorCommand | 'link') => boolean;
  /** Makes what is selected a link, or writes the address as one; without an address the link is taken away. */
  readonly link: (href: string | undefined) => void;
  readonly picture: (cid: string, name: string) => void;
  /** Puts HTML where the caret is. */
  readonly insert: (html: string) => void;
  readonly html: () => string;
  readonly replace: (html: string) => void;
  readonly focus: () => void;
  /** Calls the listener when the text or the selection changes. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Props {
  /** What it begins with; later changes come through the handle. */
  readonly html: string;
  readonly label: string;
  readonly onChange: (html: string) => void;
  readonly onReady: (handle: EditorHandle) => void;
  /** Where a picture of the text is. */
  readonly resolve: (cid: string) => string | undefined;
  /** Files that were pasted into the text or dropped on it. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly autoFocus?: boolean;
}

/** A letter with formatting. */
export function RichEditor(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!place.current) {
      return;
    }
    const editor = open(place.current, latest);
    latest.current.onReady(handleOf(editor));
    return () => editor.destroy();
  }, []);
  return <div ref={place} className={classes.place} />;
}

function open(element: HTMLElement, latest: { readonly current: Props }): Editor {
  const files = (data: DataTransfer | null) => {
    const list = [...(data?.files ?? [])];
    if (list.length > 0) {
      latest.current.onFiles(list);
    }
    return list.length > 0;
  };
  return new Editor({
    element,
    content: latest.current.html,
    autofocus: latest.current.autoFocus ? 'start' : false,
    // Its style sheet is ours: the page's policy allows no other.
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        link: {
          openOnClick: false,
          protocols: ['http', 'https', 'mailto', 'tel'],
          HTMLAttributes: { target: null, rel: null },
        },
        codeBlock: { HTMLAttributes: {} },
      }),
      pictureOf((cid) => latest.current.resolve(cid)),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': latest.current.label,
        class: classes.text ?? '',
        spellcheck: 'true',
      },
      // A table of a spreadsheet comes as text and as a picture of itself: the text is meant.
      handlePaste: (_, event) => !event.clipboardData?.types.includes('text/html') && files(event.clipboardData),
      handleDrop: (_, event) => event instanceof DragEvent && files(event.dataTransfer),
    },
    onUpdate: ({ editor }) => latest.current.onChange(editor.getHTML()),
  });
}

const RUN: Readonly<Record<EditorCommand, (editor: Editor) => boolean>> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  underline: (editor) => editor.chain().focus().toggleUnderline().run(),
  bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
  blockquote: (editor) => editor.chain().focus().toggleBlockquote().run(),
};

function handleOf(editor: Editor): EditorHandle {
  return {
    run: (command) => void RUN[command](editor),
    active: (command) => editor.isActive(command),
    link: (href) => linkTo(editor, href),
    picture: (cid, name) =>
      void editor
        .chain()
        .focus()
        .insertContent({ type: 'image', attrs: { src: `cid:${cid}`, alt: name } })
        .run(),
    insert: (html) => void editor.chain().focus().insertContent(html).run(),
    html: () => editor.getHTML(),
    replace: (html) => void editor.commands.setContent(html),
    focus: () => void editor.commands.focus(),
    subscribe: (listener) => {
      editor.on('transaction', listener);
      return () => editor.off('transaction', listener);
    },
  };
}

function linkTo(editor: Editor, href: string | undefined): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === undefined) {
    chain.unsetLink().run();
  } else if (editor.state.selection.empty && !editor.isActive('link')) {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run();
  } else {
    chain.setLink({ href }).run();
  }
}
