// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/**
 * Which mailboxes an account lets others use, and what they may do there (RFC 4314). Who may be let in at all is the protocol's
 * business, which knows customers; the letters' meaning too. Blocks and fails as {@link MessageStore} does.
 */
public interface Shares {
    /** Accounts that one mailbox is shared with: they are told of its changes, and listed. */
    int MAX_READERS = 100;

    /**
     * What an account may do in a mailbox of another.
     *
     * @param rights letters of RFC 4314 §2.1; at least one
     */
    record Share(AccountId owner, MailboxId mailbox, AccountId reader, String rights) {}

    /** What the account lets others do, by mailbox. */
    List<Share> of(AccountId owner);

    /** What others let the account do. */
    List<Share> with(AccountId reader);

    /** The letters; empty when there is no such share, or no such mailbox. */
    String rights(AccountId owner, MailboxId mailbox, AccountId reader);

    /**
     * Shares a mailbox, or not any more when {@code share} has no letters; {@code words} say so in the owner's journal.
     *
     * @throws MailboxException {@code NONEXISTENT}: no such mailbox; {@code LIMIT}: shared with too many
     */
    void set(Share share, String words, Origin origin) throws MailboxException;
}
