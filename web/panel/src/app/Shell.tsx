// SPDX-License-Identifier: Apache-2.0
import { Frame, Outlet, SESSION_KEY, signOut, useLocation, useSession } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { lazy, Suspense } from 'react';
import { domainOf, useNavigation } from './useNavigation';

// After the page that it stands below.
const PageHelp = lazy(() => import('../features/doctor/PageHelp'));

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
      <Help />
    </Frame>
  );
}

/** The troubles that belong to the screen of a domain's. */
function Help() {
  const path = useLocation({ select: (location) => location.pathname });
  const domain = domainOf(path);
  const page = path.split('/')[3];
  return domain === undefined || page === undefined ? null : (
    <Suspense>
      <PageHelp domain={domain} page={page} />
    </Suspense>
  );
}
