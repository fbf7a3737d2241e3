// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Sign-ins of an account, or without one of whoever asks; `before` is the `next` of the piece before. */
export function listSignIns(address: string | undefined, before: number | undefined) {
  const query = before === undefined ? {} : { before };
  return address === undefined
    ? answer(api.GET('/api/sign-ins', { params: { query } }))
    : answer(api.GET('/api/accounts/{address}/sign-ins', { params: { path: { address }, query } }));
}
