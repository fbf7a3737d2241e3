// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.EmailAddress;

/**
 * One recipient elsewhere.
 *
 * @param notifyOn NOTIFY (RFC 3461 §4.1); empty when the sender did not say
 * @param originalRecipient ORCPT as {@code type;address}, decoded (RFC 3461 §4.2)
 */
public record Addressee(EmailAddress address, Set<DsnNotify> notifyOn, Optional<String> originalRecipient) {
    public Addressee {
        notifyOn = Set.copyOf(notifyOn);
    }

    /** A recipient about whom the sender asked for nothing. */
    public static Addressee of(EmailAddress address) {
        return new Addressee(address, Set.of(), Optional.empty());
    }
}
