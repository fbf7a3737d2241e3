// SPDX-License-Identifier: Apache-2.0
import { ask, type Id } from '../../../jmap';

/** What is in a message's page, before it is shown. */
export interface Facts {
  /** Pictures on the web that it names. */
  readonly remotePictures: number;
}

export async function getFacts(blobId: Id): Promise<Facts> {
  return (await ask(`/api/mail/${encodeURIComponent(blobId)}/facts`)) as Facts;
}

/** The message as a document for a frame, made harmless by the server; with pictures on the web only when they are wanted. */
export function pageUrl(blobId: Id, pictures: boolean): string {
  return `/api/mail/${encodeURIComponent(blobId)}/page?pictures=${pictures ? 'proxy' : 'none'}`;
}
