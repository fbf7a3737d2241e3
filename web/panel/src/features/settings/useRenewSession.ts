// SPDX-License-Identifier: Apache-2.0
import { SESSION_KEY } from '@fumibako/kit';
import { useQueryClient } from '@fumibako/kit/api';
import { useCallback } from 'react';

/** After a change for which the server begins a new session: its token for changes has to be learnt. */
export function useRenewSession(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.refetchQueries({ queryKey: SESSION_KEY }), [client]);
}
