// SPDX-License-Identifier: Apache-2.0
import { IconDownload, IconFileText, IconMail, IconPhoto, useFormats } from '@fumibako/kit';
import { lazy, Suspense, useState } from 'react';
import { blobUrl, type Email, type Part } from '../../jmap';
import { useStore } from '../../mail/context';
import classes from './Message.module.css';
import { useReadText } from './text';

const AttachedDialog = lazy(() => import('./AttachedDialog'));

/** The files that came with an email. They are saved, never opened within the page. */
export function Attachments({ email }: { email: Email }) {
  const say = useReadText();
  const files = email.attachments.filter((part) => part.blobId !== null);
  if (files.length === 0) {
    return null;
  }
  return (
    <ul className={classes.files} aria-label={say('attachments')}>
      {files.map((part) => (
        <li key={part.blobId} style={{ display: 'contents' }}>
          {part.type === 'message/rfc822' ? <Attached part={part} /> : <File part={part} />}
        </li>
      ))}
    </ul>
  );
}

function File({ part }: { part: Part }) {
  const say = useReadText();
  const formats = useFormats();
  const { accountId } = useStore().jmap.session;
  const name = part.name ?? `${say('attachments')}.${part.type.split('/')[1] ?? 'bin'}`;
  const Icon = part.type.startsWith('image/') ? IconPhoto : IconFileText;
  return (
    <a
      className={classes.file}
      href={blobUrl(accountId, part.blobId ?? '', name, 'application/octet-stream')}
      download={name}
      aria-label={`${say('save', { name })} ${formats.size(part.size)}`}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      <span className={classes.fileName}>
        {name}
        <span className={classes.fileSize}>{formats.size(part.size)}</span>
      </span>
      <IconDownload size={16} stroke={1.75} aria-hidden />
    </a>
  );
}

/** A message within the message is opened, not saved. */
function Attached({ part }: { part: Part }) {
  const say = useReadText();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const name = part.name ?? say('message');
  return (
    <>
      <button
        type="button"
        className={classes.file}
        aria-label={say('openAttached', { name })}
        onClick={() => setOpen(true)}
      >
        <IconMail size={20} stroke={1.75} aria-hidden />
        <span className={classes.fileName}>
          {name}
          <span className={classes.fileSize}>{formats.size(part.size)}</span>
        </span>
      </button>
      <Suspense fallback={null}>
        {open && <AttachedDialog blobId={part.blobId ?? ''} name={name} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
