// SPDX-License-Identifier: Apache-2.0
import { changeHeaders, connection, Problem } from '@fumibako/kit/api';
import type { Id } from '../../../jmap';

/** An upload under way. */
export interface Upload {
  readonly blobId: Promise<Id>;
  readonly cancel: () => void;
}

/** Gives a file to the server (RFC 8620 §6.1) and tells how many octets have gone; `fetch` cannot say that. */
export function upload(accountId: Id, file: Blob, type: string, onProgress: (octets: number) => void): Upload {
  const request = new XMLHttpRequest();
  const blobId = new Promise<Id>((resolve, reject) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        connection.set(true);
        resolve((JSON.parse(request.responseText) as { blobId: Id }).blobId);
      } else if (request.status === 401) {
        connection.unauthorised();
        reject(new Problem(401, 'not-signed-in', ''));
      } else {
        reject(new Problem(request.status, 'unexpected', ''));
      }
    };
    request.onerror = () => {
      connection.set(false);
      reject(new Problem(0, 'unreachable', ''));
    };
    request.onabort = () => reject(new Problem(0, 'cancelled', ''));
  });
  request.open('POST', `/jmap/upload/${encodeURIComponent(accountId)}`);
  for (const [name, value] of Object.entries(changeHeaders())) {
    request.setRequestHeader(name, value);
  }
  request.setRequestHeader('Content-Type', type || 'application/octet-stream');
  request.send(file);
  return { blobId, cancel: () => request.abort() };
}
