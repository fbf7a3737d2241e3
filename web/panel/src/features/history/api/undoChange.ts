// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Takes a change back. `undo` is what the answer to the change said. */
export function undoChange(undo: number) {
  return answer(api.POST('/api/undo/{undo}', { params: { path: { undo: String(undo) } } }));
}
