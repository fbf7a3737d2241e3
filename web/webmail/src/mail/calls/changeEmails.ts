// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id, type Patch, type SetError } from '../../jmap';
import type { MailStore } from '../store';
import { addChanges, type Taken } from './addChanges';

/** Some of the emails could not be changed. */
export class ChangeRefused extends Error {
  readonly refused: Readonly<Record<Id, SetError>>;

  constructor(refused: Readonly<Record<Id, SetError>>) {
    super(Object.values(refused)[0]?.type ?? 'refused');
    this.name = 'ChangeRefused';
    this.refused = refused;
  }
}

interface Change {
  readonly update: Readonly<Record<Id, Patch>>;
  readonly destroy?: readonly Id[];
}

/** Changes or destroys emails and takes over, in the same request, all that has changed by it. At most `maxObjectsInSet` of them. */
export async function changeEmails(store: MailStore, { update, destroy = [] }: Change): Promise<Taken> {
  const batch = new Batch();
  const set = batch.add('Email/set', { update, destroy });
  const take = addChanges(batch, store);
  const answers = await store.jmap.send(batch);
  const done = answers.of(set);
  const taken = take(answers);
  const refused = { ...done.notUpdated, ...done.notDestroyed };
  if (Object.keys(refused).length > 0) {
    throw new ChangeRefused(refused);
  }
  return taken;
}
