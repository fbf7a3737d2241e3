// SPDX-License-Identifier: Apache-2.0
import { Batch, type Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Whether an email is there and has not been sent. */
export async function isDraft(store: MailStore, email: Id): Promise<boolean> {
  const batch = new Batch();
  const get = batch.add('Email/get', { ids: [email], properties: ['keywords'] });
  const [found] = (await store.jmap.send(batch)).of(get).list;
  return found?.keywords?.$draft === true;
}
