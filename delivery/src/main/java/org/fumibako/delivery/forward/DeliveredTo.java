// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.model.EmailAddress;

/** The Delivered-To fields by which a message is known that was here before (RFC 9228). */
public final class DeliveredTo {
    public static final String NAME = "Delivered-To";

    private DeliveredTo() {}

    /** Fields for the top of a message, the last account's first. */
    static String fields(List<EmailAddress> trail) {
        StringBuilder fields = new StringBuilder();
        for (EmailAddress account : trail.reversed()) {
            fields.append(field(account.toString()));
        }
        return fields.toString();
    }

    static String field(String body) {
        return NAME + ": " + body + "\r\n";
    }

    /** The keys of those that name an address; some write it in angle brackets. */
    public static Set<String> keys(List<String> bodies) {
        return bodies.stream()
                .map(body -> body.startsWith("<") && body.endsWith(">") ? body.substring(1, body.length() - 1) : body)
                .map(EmailAddress::parse)
                .flatMap(Optional::stream)
                .map(EmailAddress::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
