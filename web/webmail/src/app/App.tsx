// SPDX-License-Identifier: Apache-2.0
import { RouterProvider, useSession } from '@fumibako/kit';
import { MailGate } from '../mail/MailGate';
import { NoMailbox } from './NoMailbox';
import { router } from './router';

export default function App() {
  if (useSession().role !== 'owner') {
    return <NoMailbox />;
  }
  return (
    <MailGate>
      <RouterProvider router={router} />
    </MailGate>
  );
}
