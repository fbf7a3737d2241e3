// SPDX-License-Identifier: Apache-2.0
import { CloseButton, IconFileText, IconPhoto, IconRefresh, UnstyledButton, useFormats } from '@fumibako/kit';
import type { Attachment } from '../content';
import { useComposeText } from '../text';
import classes from './Attachments.module.css';
import type { Attachments, Progress } from './useAttachments';

interface Props {
  readonly list: readonly Attachment[];
  readonly rich: boolean;
  readonly state: Attachments;
}

/** The files that go along, with how far each is; pictures only when the text does not show them. */
export function AttachmentList({ list, rich, state }: Props) {
  const say = useComposeText();
  const shown = list.filter(({ cid }) => cid === undefined || !rich);
  return shown.length === 0 ? null : (
    <ul className={classes.list} aria-label={say('attachments')}>
      {shown.map((each) => (
        <File key={each.key} file={each} progress={state.progress.get(each.key)} state={state} />
      ))}
    </ul>
  );
}

function File({ file, progress, state }: { file: Attachment; progress: Progress | undefined; state: Attachments }) {
  const say = useComposeText();
  const Icon = file.type.startsWith('image/') ? IconPhoto : IconFileText;
  const failed = file.blobId === undefined && progress?.failed === true;
  return (
    <li className={classes.file} data-failed={failed || undefined}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className={classes.about}>
        <span className={classes.name}>{file.name}</span>
        <Amount file={file} progress={progress} failed={failed} />
      </div>
      {failed && (
        <UnstyledButton className={classes.again} onClick={() => state.again(file.key)}>
          <IconRefresh size={16} stroke={1.75} aria-hidden />
          {say('again')}
        </UnstyledButton>
      )}
      <CloseButton
        size={28}
        aria-label={say(file.blobId === undefined ? 'cancelUpload' : 'detach', { name: file.name })}
        onClick={() => state.remove(file.key)}
      />
    </li>
  );
}

function Amount({ file, progress, failed }: { file: Attachment; progress: Progress | undefined; failed: boolean }) {
  const say = useComposeText();
  const formats = useFormats();
  if (failed) {
    return <span className={classes.trouble}>{say('uploadFailed')}</span>;
  } else if (file.blobId !== undefined) {
    return <span className={classes.amount}>{formats.size(file.size)}</span>;
  }
  const sent = progress?.sent ?? 0;
  const left = progress?.left;
  return (
    <>
      <span className={classes.amount}>
        {formats.size(sent)} / {formats.size(file.size)}
        {left !== undefined && <> {say('left', { count: Math.max(1, Math.ceil(left / 1000)) })}</>}
      </span>
      <progress
        className={classes.bar}
        max={file.size}
        value={sent}
        aria-label={say('uploading', { name: file.name })}
      />
    </>
  );
}
