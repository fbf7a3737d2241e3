// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { blobUrl } from '../../../jmap';
import { useStore } from '../../../mail/context';
import { type Upload, upload } from '../api/upload';
import { type Attachment, attached } from '../content';
import type { Keeper } from '../draft/keeper';
import { unique } from '../unique';

/** How far an upload is. */
export interface Progress {
  readonly sent: number;
  /** ms that it will still take; undefined as long as nobody can know. */
  readonly left: number | undefined;
  readonly failed: boolean;
}

export interface Attachments {
  readonly progress: ReadonlyMap<string, Progress>;
  /** Adds files; with `inText` those that are pictures go into the text, and their names are returned. Refuses what is too much. */
  readonly add: (files: readonly File[], inText: boolean) => readonly Attachment[];
  readonly remove: (key: string) => void;
  readonly again: (key: string) => void;
  /** The octets that would have been too many, when something was refused. */
  readonly refused: number | undefined;
  /** Octets that all attachments together may have. */
  readonly most: number;
  /** Where the browser finds a picture of the text. */
  readonly resolve: (cid: string) => string | undefined;
}

/** The files of a message: taken to the server while one goes on writing. */
export function useAttachments(keeper: Keeper): Attachments {
  const { accountId, maxSizeAttachments, maxSizeUpload } = useStore().jmap.session;
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  const [refused, setRefused] = useState<number>();
  const uploads = useRef(new Map<string, Upload>());
  const urls = useRef(new Map<string, string>());

  const start = useCallback(
    ({ key, file, type }: Attachment) => {
      if (!file || uploads.current.has(key)) {
        return;
      }
      const begun = Date.now();
      const tell = (sent: number, failed: boolean) =>
        setProgress((before) => new Map(before).set(key, { sent, left: remaining(sent, file.size, begun), failed }));
      tell(0, false);
      const running = upload(accountId, file, type, (sent) => tell(sent, false));
      uploads.current.set(key, running);
      running.blobId
        .then((blobId) => {
          const done = ({ file: _, ...rest }: Attachment) => ({ ...rest, blobId });
          const { attachments } = keeper.content;
          keeper.change({ attachments: attachments.map((each) => (each.key === key ? done(each) : each)) });
        })
        .catch(() => tell(0, true))
        .finally(() => uploads.current.delete(key));
    },
    [accountId, keeper],
  );

  // What was not taken when the page was left lies with the copy of this browser.
  useEffect(() => {
    const running = uploads.current;
    for (const each of keeper.content.attachments) {
      start(each);
    }
    return () => {
      for (const each of running.values()) {
        each.cancel();
      }
      for (const url of urls.current.values()) {
        URL.revokeObjectURL(url);
      }
    };
  }, [keeper, start]);

  return {
    progress,
    refused,
    most: maxSizeAttachments,
    add: (files, inText) => {
      const total = files.reduce((sum, { size }) => sum + size, attached(keeper.content));
      if (total > maxSizeAttachments || files.some(({ size }) => size > maxSizeUpload)) {
        setRefused(total);
        return [];
      }
      setRefused(undefined);
      const added = files.map((file) => attachmentOf(file, inText));
      keeper.change({ attachments: [...keeper.content.attachments, ...added] });
      for (const each of added) {
        start(each);
      }
      return added;
    },
    remove: (key) => {
      uploads.current.get(key)?.cancel();
      setRefused(undefined);
      keeper.change({ attachments: keeper.content.attachments.filter((each) => each.key !== key) });
    },
    again: (key) => keeper.content.attachments.filter((each) => each.key === key).forEach(start),
    resolve: (cid) => {
      const found = keeper.content.attachments.find((each) => each.cid === cid);
      if (found?.file) {
        const url = urls.current.get(cid) ?? URL.createObjectURL(found.file);
        urls.current.set(cid, url);
        return url;
      }
      return urls.current.get(cid) ?? (found?.blobId && blobUrl(accountId, found.blobId, found.name, found.type));
    },
  };
}

/** Pictures that browsers and mail programs show; others are files. */
const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

function attachmentOf(file: File, inText: boolean): Attachment {
  const type = file.type || 'application/octet-stream';
  const common = { key: unique(), name: file.name || 'file', type, size: file.size, file };
  return inText && SHOWN.test(type) ? { ...common, cid: `${unique()}@fumibako` } : common;
}

function remaining(sent: number, size: number, begun: number): number | undefined {
  const passed = Date.now() - begun;
  return sent > 0 && passed > 500 ? (passed / sent) * (size - sent) : undefined;
}
