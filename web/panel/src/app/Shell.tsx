// SPDX-License-Identifier: Apache-2.0
import { Frame, Outlet, SESSION_KEY, signOut, useSession } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { useNavigation } from './useNavigation';

/** The frame of portal, server panel and console: which of them it is follows from the address. */
export function Shell() {
  const session = useSession();
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      client.clear();
      client.setQueryData(SESSION_KEY, null);
    },
  });
  return (
    <Frame {...useNavigation()} who={session.name} onSignOut={() => leaving.mutate()}>
      <Outlet />
    </Frame>
  );
}
