// SPDX-License-Identifier: Apache-2.0
import { useFormats, useSearch } from '@fumibako/kit';
import type { Email, Identity } from '../../jmap';
import { displayName, written } from '../../mail/people';
import { textOf } from '../../mail/plain';
import { readAddresses } from './addresses';
import { answerTo, type Draft, EMPTY, prefixed, quoted, threading } from './draft';
import { useComposeText } from './text';

/** What the composer begins with; undefined as long as what it is about is on its way. */
export function useStart(identities: readonly Identity[] | undefined, email: Email | undefined): Draft | undefined {
  const say = useComposeText();
  const formats = useFormats();
  const { reply, all, forward, draft, to, subject } = useSearch({ strict: false });
  const about = reply ?? forward ?? draft;
  if (!identities || (about && !email)) {
    return undefined;
  } else if (!email) {
    return { ...EMPTY, to: readAddresses(to ?? '').addresses, subject: subject ?? '' };
  }
  const date = formats.fullTime(email.sentAt ?? email.receivedAt);
  const { text } = textOf(email);
  const [from] = email.from ?? [];
  if (reply) {
    const said = say('quoted', { date, name: from ? displayName(from) : '' });
    return {
      ...EMPTY,
      ...answerTo(
        email,
        identities.map((identity) => identity.email),
        all === true,
      ),
      ...threading(email),
      subject: prefixed('Re', email.subject),
      text: `\n\n${said}\n${quoted(text)}\n`,
      answers: { id: email.id, keyword: '$answered' },
    };
  } else if (forward) {
    const head = say('original', {
      from: (email.from ?? []).map(written).join(', '),
      date,
      subject: email.subject ?? '',
      to: (email.to ?? []).map(written).join(', '),
    });
    return {
      ...EMPTY,
      subject: prefixed('Fwd', email.subject),
      text: `\n\n${say('forwarded')}\n${head}\n\n${text}\n`,
      answers: { id: email.id, keyword: '$forwarded' },
    };
  }
  return {
    to: email.to ?? [],
    cc: email.cc ?? [],
    subject: email.subject ?? '',
    text,
    inReplyTo: email.inReplyTo,
    references: email.references,
  };
}
