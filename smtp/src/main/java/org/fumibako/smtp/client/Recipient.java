// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.EmailAddress;

/**
 * One recipient of a transmission.
 *
 * @param notifyOn NOTIFY of RFC 3461 §4.1; empty when the sender did not say
 * @param originalRecipient ORCPT of RFC 3461 §4.2 as {@code type;address}, decoded
 */
public record Recipient(EmailAddress address, Set<DsnNotify> notifyOn, Optional<String> originalRecipient) {
    public Recipient {
        notifyOn = Set.copyOf(notifyOn);
    }

    /** A recipient about whom the sender asked for nothing. */
    public static Recipient of(EmailAddress address) {
        return new Recipient(address, Set.of(), Optional.empty());
    }
}
