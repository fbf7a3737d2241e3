// SPDX-License-Identifier: Apache-2.0
import { Batch, type Email, type Id, type Identity, type Part, type SetError } from '../../../jmap';
import type { MailStore } from '../../../mail/store';
import type { Content } from '../content';
import type { SavedDraft } from '../draft/keeper';
import { emailOf } from '../message';

/** The server did not take the message. */
export class NotTaken extends Error {
  readonly reason: SetError;

  constructor(reason: SetError) {
    super(reason.type);
    this.name = 'NotTaken';
    this.reason = reason;
  }
}

/** Writes a draft and then removes those before it: there is always one. */
export async function saveDraft(
  store: MailStore,
  content: Content,
  identity: Identity,
  { replaces, unsure }: { readonly replaces: readonly Id[]; readonly unsure: boolean },
): Promise<SavedDraft> {
  const batch = new Batch();
  const set = batch.add('Email/set', {
    create: { draft: emailOf(content, identity, store.mailboxes.withRole('drafts')?.id ?? '') },
  });
  const answer = (await store.jmap.send(batch)).of(set);
  const created = answer.created?.draft;
  if (!created) {
    throw new NotTaken(answer.notCreated?.draft ?? { type: 'serverFail' });
  }
  // Only now: in one call the server would remove the old one although it does not take the new one.
  const after = new Batch();
  const removal = after.add('Email/set', { destroy: replaces });
  const parts = after.add('Email/get', {
    ids: [created.id],
    properties: ['attachments'],
    bodyProperties: ['blobId', 'name', 'cid', 'size'],
  });
  const answers = await store.jmap.send(after).catch(() => undefined);
  if (unsure) {
    await removeOthers(store, content, created.id).catch(() => undefined);
  }
  const got = answers?.ifGood(parts)?.list[0] as Pick<Email, 'attachments'> | undefined;
  void store.sync().catch(() => undefined);
  const gone = answers?.ifGood(removal) !== undefined;
  return { id: created.id, blobs: found(content, got?.attachments ?? []), left: gone ? [] : replaces };
}

/** Drafts of the same message whose creation was never answered. */
async function removeOthers(store: MailStore, { messageId }: Content, id: Id): Promise<void> {
  const drafts = store.mailboxes.withRole('drafts')?.id;
  if (messageId === '' || drafts === undefined) {
    return;
  }
  const batch = new Batch();
  const query = batch.add('Email/query', { filter: { inMailbox: drafts, header: ['Message-ID', messageId] } });
  const others = (await store.jmap.send(batch)).of(query).ids.filter((other) => other !== id);
  if (others.length > 0) {
    const removal = new Batch();
    removal.add('Email/set', { destroy: others });
    await store.jmap.send(removal);
  }
}

/** The parts of the draft in the order in which they were given to it: pictures of the text, then files. */
function found(content: Content, parts: readonly Part[]): ReadonlyMap<string, Id> {
  const blobs = new Map<string, Id>();
  const left = [...parts];
  for (const { key, name, cid, blobId } of content.attachments) {
    const at = left.findIndex((part) => (cid === undefined ? part.name === name && !part.cid : part.cid === cid));
    const [part] = blobId !== undefined && at >= 0 ? left.splice(at, 1) : [];
    if (part?.blobId) {
      blobs.set(key, part.blobId);
    }
  }
  return blobs;
}
