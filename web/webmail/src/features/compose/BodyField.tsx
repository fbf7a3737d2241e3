// SPDX-License-Identifier: Apache-2.0
import type { EditorHandle } from '@fumibako/kit/editor';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Identity } from '../../jmap';
import type { Attachments } from './attach/useAttachments';
import classes from './Compose.module.css';
import type { Keeper } from './draft/keeper';
import { signatureHtml, signatureText } from './signature';
import { Toolbar } from './Toolbar';
import { useComposeText } from './text';
import { useWriting } from './useKeeper';

const RichEditor = lazy(() => import('@fumibako/kit/editor').then((module) => ({ default: module.RichEditor })));

interface Props {
  readonly keeper: Keeper;
  readonly identities: readonly Identity[];
  readonly files: Attachments;
  readonly startsHere: boolean;
}

/** The letter itself, with formatting or without. */
export function BodyField({ keeper, identities, files, startsHere }: Props) {
  const { content } = useWriting(keeper);
  const [editor, setEditor] = useState<EditorHandle>();
  const plain = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(startsHere);
  const identity = identities.find(({ id }) => id === content.identity);

  // What was not typed: another signature, or the text in its other form.
  useEffect(() => {
    if (editor && content.rich && editor.html() !== content.html) {
      editor.replace(content.html);
    }
  }, [editor, content.html, content.rich]);

  const add = (list: readonly File[], inText: boolean) => {
    for (const { cid, name } of files.add(list, inText && content.rich)) {
      if (cid !== undefined) {
        editor?.picture(cid, name);
      }
    }
  };
  const sign = () => {
    if (identity && content.rich) {
      editor?.insert(signatureHtml(identity));
    } else if (identity && plain.current) {
      plain.current.setRangeText(
        signatureText(identity),
        plain.current.selectionStart,
        plain.current.selectionEnd,
        'end',
      );
      keeper.change({ text: plain.current.value });
    }
  };
  const signed = identity !== undefined && signatureText(identity) + identity.htmlSignature !== '';
  return (
    <>
      <Toolbar
        keeper={keeper}
        editor={content.rich ? editor : undefined}
        onFiles={add}
        onSign={signed ? sign : undefined}
      />
      {content.rich ? (
        <Rich keeper={keeper} files={files} first={first} onReady={setEditor} onFiles={(list) => add(list, true)} />
      ) : (
        <Plain keeper={keeper} first={first} place={plain} onFiles={(list) => add(list, false)} />
      )}
    </>
  );
}

interface RichProps {
  readonly keeper: Keeper;
  readonly files: Attachments;
  readonly first: boolean;
  readonly onReady: (editor: EditorHandle) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

function Rich({ keeper, files, first, onReady, onFiles }: RichProps) {
  const say = useComposeText();
  return (
    <Suspense fallback={<div className={classes.coming} />}>
      <RichEditor
        html={keeper.content.html}
        label={say('body')}
        autoFocus={first}
        onReady={(editor) => {
          // The editor's own way of writing what it was given is no change.
          keeper.adopt({ html: editor.html() });
          onReady(editor);
        }}
        onChange={(html) =>
          bare(html) === bare(keeper.content.html) ? keeper.adopt({ html }) : keeper.change({ html })
        }
        resolve={files.resolve}
        onFiles={onFiles}
      />
    </Suspense>
  );
}

/** Without the empty line that the editor adds to write on below a quotation. */
function bare(html: string): string {
  return html.replace(/(<p><\/p>)+$/, '');
}

interface PlainProps {
  readonly keeper: Keeper;
  readonly first: boolean;
  readonly place: React.RefObject<HTMLTextAreaElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}

function Plain({ keeper, first, place, onFiles }: PlainProps) {
  const say = useComposeText();
  const { content } = useWriting(keeper);
  useEffect(() => {
    if (first) {
      place.current?.focus();
      place.current?.setSelectionRange(0, 0);
    }
  }, [first, place]);
  return (
    <textarea
      ref={place}
      className={classes.plain}
      aria-label={say('body')}
      value={content.text}
      onChange={(event) => keeper.change({ text: event.currentTarget.value })}
      onPaste={(event) => {
        const list = [...event.clipboardData.files];
        if (list.length > 0) {
          event.preventDefault();
          onFiles(list);
        }
      }}
    />
  );
}
