// SPDX-License-Identifier: Apache-2.0
import type { Email } from '../../jmap';
import { HtmlBody } from './HtmlBody';
import { TextBody } from './TextBody';

/** What an email says: as it was formatted, or as text where there is no formatting. */
export function Body({ email }: { email: Email }) {
  const formatted = email.htmlBody.some((part) => part.type === 'text/html');
  return formatted ? <HtmlBody email={email} /> : <TextBody email={email} />;
}
