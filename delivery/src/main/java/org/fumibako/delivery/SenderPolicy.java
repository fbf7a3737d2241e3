// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Directory;

/** Step: nobody writes in another's name (RFC 6409 §6.1). */
final class SenderPolicy {
    private final Directory directory;

    SenderPolicy(Directory directory) {
        this.directory = directory;
    }

    /** @param what how the reply calls the addresses */
    Optional<SmtpReply> check(AccountId account, List<EmailAddress> addresses, String what) {
        Set<String> own =
                directory.addressesOf(account).stream().map(EmailAddress::key).collect(Collectors.toSet());
        if (addresses.stream().map(EmailAddress::key).allMatch(own::contains)) {
            return Optional.empty();
        }
        return Optional.of(
                SmtpReply.of(
                        553,
                        "5.7.1",
                        "The " + what
                                + " is not one of your addresses; choose the address that you signed in with, or an alias of it"));
    }

    /** A header field that may be missing, may not be there twice, and names nobody else. */
    Optional<SmtpReply> checkField(AccountId account, HeaderFields header, String name) {
        List<String> bodies = header.bodies(name);
        if (bodies.isEmpty()) {
            return Optional.empty();
        }
        if (bodies.size() > 1) {
            return Optional.of(SmtpReply.of(550, "5.6.0", "The message has more than one " + name + " field"));
        }
        Optional<List<EmailAddress>> addresses = AddressList.parse(bodies.getFirst());
        return addresses.isEmpty()
                ? Optional.of(SmtpReply.of(550, "5.6.0", "The " + name + " field is not a plain list of addresses"))
                : check(account, addresses.get(), name + " address");
    }
}
