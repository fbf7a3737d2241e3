// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;
import org.fumibako.model.AccountId;

/** The annotations of accounts and mailboxes (RFC 5464). Blocks and fails as {@link MessageStore} does. */
public interface Annotations {
    /** Octets of one value. Clients keep colours, sort orders and comments here; what is larger is a message. */
    int MAX_VALUE = 16 << 10;

    /** Octets of the name of an entry. */
    int MAX_ENTRY = 255;

    /** Annotations of one account, with those of its mailboxes: all of them are read at once. */
    int MAX_COUNT = 2000;

    /** Octets of all their values. */
    long MAX_TOTAL = 1 << 20;

    /**
     * The entry that says where clients show a mailbox (RFC 8621 §2, {@code sortOrder}), a number in ASCII. Of this one a mailbox
     * gets a new mod-sequence, as of a new name.
     */
    String SORT_ORDER = "/vendor/fumibako/sortorder";

    /** All annotations of the account and its mailboxes, whoever may see them, by name. */
    List<Annotation> list(AccountId account);

    /**
     * Sets and removes annotations, all or none. A value that is there already keeps its mod-sequence.
     *
     * @param changes with values and names within the bounds above
     * @throws MailboxException {@code NONEXISTENT}: no such mailbox; {@code LIMIT}: there would be too many, or too much
     */
    void change(AccountId account, List<Annotation.Change> changes) throws MailboxException;
}
