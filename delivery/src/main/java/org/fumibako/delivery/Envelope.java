// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.store.queue.Addressee;

/**
 * Who sent a message and for whom it was accepted: at least one, here or elsewhere.
 *
 * @param sender empty for {@code <>}
 * @param recipients those here, in the order they were given
 * @param outgoing those elsewhere
 */
public record Envelope(Optional<EmailAddress> sender, List<Recipient> recipients, Optional<Outgoing> outgoing) {
    public Envelope {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty() && outgoing.isEmpty()) {
            throw new IllegalArgumentException("no recipient");
        }
    }

    /** For recipients here only. */
    public Envelope(Optional<EmailAddress> sender, List<Recipient> recipients) {
        this(sender, recipients, Optional.empty());
    }

    /** The address of the one recipient there is. */
    Optional<EmailAddress> only() {
        List<EmailAddress> all = new ArrayList<>(2);
        recipients.stream().limit(2).map(Recipient::address).forEach(all::add);
        outgoing.ifPresent(out ->
                out.addressees().stream().limit(2).map(Addressee::address).forEach(all::add));
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
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
