// SPDX-License-Identifier: Apache-2.0
import type { Address, Id } from '../../jmap';

/** A file or picture that goes along. Either the server has it already, or it is here. */
export interface Attachment {
  /** Tells it from the others of this message. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Octets. */
  readonly size: number;
  /** Where the server has it. */
  readonly blobId?: Id;
  /** What has not been taken by the server yet. */
  readonly file?: Blob;
  /** The name by which the text refers to a picture in it, as `cid:name`. */
  readonly cid?: string;
}

/** A message as it is written. */
export interface Content {
  /** Whom it is written as: the id of an Identity. */
  readonly identity: Id;
  /** What was typed as a recipient; addresses that are none are among them until it is sent. */
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  /** With formatting: then `html` counts, otherwise `text`. */
  readonly rich: boolean;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** Asks the reader to confirm that it was read (RFC 8098). */
  readonly receipt: boolean;
  /** Stays the same from draft to draft, so that one of them is known by it; empty when the server chooses. */
  readonly messageId: string;
  readonly inReplyTo: readonly string[] | null;
  readonly references: readonly string[] | null;
  /** The email that this one answers or passes on, and the keyword that it gets for it. */
  readonly answers?: { readonly id: Id; readonly keyword: '$answered' | '$forwarded' };
}

export const EMPTY: Content = {
  identity: '',
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  rich: true,
  text: '',
  html: '',
  attachments: [],
  receipt: false,
  messageId: '',
  inReplyTo: null,
  references: null,
};

export function recipients(content: Content): readonly Address[] {
  return [...content.to, ...content.cc, ...content.bcc];
}

/** Octets of all attachments as they are; in the message they are a third more. */
export function attached(content: Content): number {
  return content.attachments.reduce((sum, { size }) => sum + size, 0);
}

export function uploading(content: Content): boolean {
  return content.attachments.some(({ blobId }) => blobId === undefined);
}
