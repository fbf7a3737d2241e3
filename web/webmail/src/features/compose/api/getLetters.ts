// SPDX-License-Identifier: Apache-2.0
import { Batch } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import { isRefused, type Letter } from '../later/scheduled';

type Submitted = Omit<Letter, 'subject' | 'to'> & {
  readonly envelope: { readonly rcptTo: readonly { readonly email: string }[] };
};

/** Letters that wait for their time, and those that nobody took, the next first. */
export async function getLetters(store: MailStore): Promise<readonly Letter[]> {
  const batch = new Batch();
  const got = batch.add('EmailSubmission/get', {
    properties: ['emailId', 'sendAt', 'undoStatus', 'deliveryStatus', 'envelope'],
  });
  const list = (await store.jmap.send(batch)).of(got).list as unknown as readonly Submitted[];
  const open = list.filter((each) => each.undoStatus === 'pending' || isRefused(each));
  if (open.length === 0) {
    return [];
  }
  const more = new Batch();
  const emails = more.add('Email/get', { ids: open.map(({ emailId }) => emailId), properties: ['subject'] });
  const found = (await store.jmap.send(more)).of(emails).list;
  const subjects = new Map(found.map(({ id, subject }) => [id, subject ?? '']));
  return open
    .map(({ envelope, ...each }) => ({
      ...each,
      subject: subjects.get(each.emailId) ?? '',
      to: envelope.rcptTo.map(({ email }) => email),
    }))
    .sort((one, other) => one.sendAt.localeCompare(other.sendAt));
}
