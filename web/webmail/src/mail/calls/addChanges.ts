// SPDX-License-Identifier: Apache-2.0
import { type Answers, type Batch, MethodError } from '../../jmap';
import { ROW_PROPERTIES } from '../emails';
import type { Listing } from '../listing';
import type { MailStore } from '../store';

/** Emails whose fate is asked at once; of more the rest comes with another request. */
const MOST_CHANGES = 200;

/** What came of taking over changes: all, there is more to ask, or the past is too long ago and all has to be read again. */
export type Taken = 'all' | 'more' | 'lost';

/**
 * Adds to a batch what brings everything that is known up to date: emails, mailboxes, and the lists that are on screen. The
 * function that is returned takes the answers over.
 */
export function addChanges(batch: Batch, store: MailStore): (answers: Answers) => Taken {
  const emails = emailChanges(batch, store);
  const mailboxes = mailboxChanges(batch, store);
  const listings = store.watched().map((listing) => listingChanges(batch, store, listing));
  return (answers) => {
    const outcome = [emails(answers), mailboxes(answers), ...listings.map((take) => take(answers))];
    if (outcome.includes('lost')) {
      return 'lost';
    }
    return outcome.includes('more') ? 'more' : 'all';
  };
}

function emailChanges(batch: Batch, store: MailStore): (answers: Answers) => Taken {
  const { emails } = store;
  const changes = batch.add('Email/changes', { sinceState: emails.state, maxChanges: MOST_CHANGES });
  const created = batch.add('Email/get', { '#ids': changes.ref('/created'), properties: ROW_PROPERTIES });
  const updated = batch.add('Email/get', {
    '#ids': changes.ref('/updated'),
    properties: ['id', 'keywords', 'mailboxIds', 'savedDates'],
  });
  const threads = batch.add('Thread/get', { '#ids': created.ref('/list/*/threadId') });
  return (answers) => {
    if (answers.error(changes)) {
      return isLost(answers.error(changes)) ? 'lost' : thrown(answers.error(changes));
    }
    const { oldState, newState, hasMoreChanges, destroyed } = answers.of(changes);
    emails.put([...answers.of(created).list, ...answers.of(updated).list], answers.of(threads).list);
    emails.remove(destroyed);
    if (oldState !== emails.state) {
      return 'more';
    }
    emails.state = newState;
    store.arrived(answers.of(created).list.flatMap(({ id }) => emails.get(id) ?? []));
    return hasMoreChanges ? 'more' : 'all';
  };
}

function mailboxChanges(batch: Batch, { mailboxes }: MailStore): (answers: Answers) => Taken {
  const changes = batch.add('Mailbox/changes', { sinceState: mailboxes.state });
  const created = batch.add('Mailbox/get', { '#ids': changes.ref('/created') });
  const updated = batch.add('Mailbox/get', {
    '#ids': changes.ref('/updated'),
    '#properties': changes.ref('/updatedProperties'),
  });
  return (answers) => {
    if (answers.error(changes)) {
      return isLost(answers.error(changes)) ? 'lost' : thrown(answers.error(changes));
    }
    const { newState, hasMoreChanges, destroyed } = answers.of(changes);
    mailboxes.put([...answers.of(created).list, ...answers.of(updated).list], destroyed);
    mailboxes.state = newState;
    return hasMoreChanges ? 'more' : 'all';
  };
}

function listingChanges(batch: Batch, { emails }: MailStore, listing: Listing): (answers: Answers) => Taken {
  const changes = batch.add('Email/queryChanges', {
    ...listing.query,
    sinceQueryState: listing.state,
    calculateTotal: true,
  });
  const added = batch.add('Email/get', { '#ids': changes.ref('/added/*/id'), properties: ROW_PROPERTIES });
  return (answers) => {
    if (answers.error(changes)) {
      // Too many changes, or too long ago: what is looked at is asked for again.
      listing.reset();
      return 'all';
    }
    emails.put(answers.ifGood(added)?.list ?? []);
    return listing.apply(answers.of(changes)) ? 'all' : 'more';
  };
}

function isLost(error: MethodError | undefined): boolean {
  return error?.type === 'cannotCalculateChanges';
}

function thrown(error: MethodError | undefined): never {
  throw error ?? new MethodError('serverFail', '');
}
