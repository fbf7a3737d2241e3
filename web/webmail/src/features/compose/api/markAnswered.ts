// SPDX-License-Identifier: Apache-2.0
import { Batch } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import type { Content } from '../content';

/** Marks what a message answers or passes on; that it cannot be marked is no reason not to send. */
export async function markAnswered(store: MailStore, answers: Content['answers']): Promise<void> {
  if (answers) {
    const mark = new Batch();
    mark.add('Email/set', { update: { [answers.id]: { [`keywords/${answers.keyword}`]: true } } });
    await store.jmap.send(mark).catch(() => undefined);
  }
}
