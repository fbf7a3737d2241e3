// SPDX-License-Identifier: Apache-2.0
import { RouterProvider, useSession } from '@fumibako/kit';
import { router } from './router';

export default function App() {
  if (useSession().role === 'owner' && !window.location.pathname.startsWith('/portal/')) {
    // Who has an account has no domains to look after, but mail to read.
    window.location.replace('/webmail/');
    return null;
  }
  return <RouterProvider router={router} />;
}
