// SPDX-License-Identifier: Apache-2.0
import type { Id } from '../../../jmap';
import type { MailStore } from '../../../mail/store';

/** Throws a draft away for good. */
export function destroyDraft(store: MailStore, draft: Id): Promise<void> {
  return store.destroy([draft]);
}
