// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api';

/** An error mail in plain words. */
export function explainBounce(text: string) {
  return answer(api.POST('/api/doctor/bounce', { body: { text } }));
}
