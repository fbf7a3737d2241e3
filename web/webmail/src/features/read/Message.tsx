// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react';
import type { Email } from '../../jmap';
import { Attachments } from './Attachments';
import { Body } from './Body';
import { Sender } from './Sender';
import { Warnings } from './Warnings';

const InvitationCard = lazy(() => import('./InvitationCard'));

/** Who wrote it and to whom, what to beware of, text, attachments. */
export function Message({ email }: { email: Email }) {
  const calendar = [...email.attachments, ...email.textBody].find((part) => part.type === 'text/calendar');
  return (
    <>
      <Sender email={email} />
      <Warnings email={email} />
      <Suspense fallback={null}>{calendar && <InvitationCard part={calendar} />}</Suspense>
      <Body email={email} />
      <Attachments email={email} />
    </>
  );
}
