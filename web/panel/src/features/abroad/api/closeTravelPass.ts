// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Ends a travel pass before its time. */
export function closeTravelPass(address: string, pass: number) {
  return answer(
    api.DELETE('/api/accounts/{address}/travel-passes/{pass}', { params: { path: { address, pass: String(pass) } } }),
  );
}
