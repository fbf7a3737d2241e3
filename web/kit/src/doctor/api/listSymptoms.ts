// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api';

/** The complaints that the doctor knows, and what it looks at for each. */
export function listSymptoms() {
  return answer(api.GET('/api/doctor/symptoms'));
}
