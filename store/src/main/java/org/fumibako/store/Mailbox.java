// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;

/**
 * A mailbox and its counters at one moment.
 *
 * @param name Unicode (NFC), levels separated by {@code /}; INBOX in capitals
 * @param uidNext the UID that the next message gets at least
 * @param highestModSeq mod-sequence of the latest change; at least 1
 * @param messages how many messages
 * @param unseen how many of them lack {@code \Seen}
 * @param deleted how many of them have {@code \Deleted}
 * @param size octets of all messages (RFC 8438)
 */
public record Mailbox(
        AccountId account,
        MailboxId id,
        String name,
        Optional<SpecialUse> use,
        boolean subscribed,
        long uidValidity,
        long uidNext,
        long highestModSeq,
        long messages,
        long unseen,
        long deleted,
        long size) {
    /** Levels of hierarchy are separated by this. */
    public static final char SEPARATOR = '/';
}
