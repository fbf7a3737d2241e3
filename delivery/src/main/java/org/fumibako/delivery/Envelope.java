// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;

/**
 * Who sent a message and for whom it was accepted.
 *
 * @param sender empty for {@code <>}
 * @param recipients in the order they were given, at least one
 */
public record Envelope(Optional<EmailAddress> sender, List<Recipient> recipients) {
    public Envelope {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("no recipient");
        }
    }

    /** An address and the accounts behind it, never none. */
    public record Recipient(EmailAddress address, List<Account> accounts) {
        public Recipient {
            accounts = List.copyOf(accounts);
            if (accounts.isEmpty()) {
                throw new IllegalArgumentException("no account behind " + address);
            }
        }
    }
}
