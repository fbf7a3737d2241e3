// SPDX-License-Identifier: Apache-2.0
import { SESSION_KEY, signOut } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { forgetEverything } from '../jmap';

/** Ends the session and forgets what was read in it. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      // The next one at this browser may be somebody else.
      void forgetEverything();
      client.clear();
      client.setQueryData(SESSION_KEY, null);
    },
  });
  return () => leaving.mutate();
}
