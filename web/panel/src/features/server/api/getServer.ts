// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '@fumibako/kit/api';

/** Host name, addresses, ports and version. */
export function getServer() {
  return answer(api.GET('/api/server'));
}
