// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.Spool;

/** One transaction: an envelope, and the octets as they come. */
final class Parcel implements AutoCloseable {
    /** Octets of a message; what servers announce in SIZE. */
    static final long MAX_MESSAGE = 100_000_000;

    /** Recipients of a message, as servers do (RFC 5321 §4.5.3.1.8). */
    static final int MAX_RECIPIENTS = 100;

    private static final int MEMORY = 256 * 1024;

    private final Optional<EmailAddress> sender;
    private final List<EmailAddress> recipients = new ArrayList<>();
    private final Spool spool;

    Parcel(Optional<EmailAddress> sender, Path directory) {
        this.sender = sender;
        this.spool = new Spool(directory, MEMORY, MAX_MESSAGE);
    }

    /** Empty for {@code <>}. */
    Optional<EmailAddress> sender() {
        return sender;
    }

    List<EmailAddress> recipients() {
        return recipients;
    }

    void add(EmailAddress recipient) {
        recipients.add(recipient);
    }

    boolean anyone(Ending ending) {
        return recipients.stream()
                .anyMatch(
                        recipient -> Ending.of(recipient).filter(ending::equals).isPresent());
    }

    /** Where the octets go. */
    Spool spool() {
        return spool;
    }

    Content content() {
        return spool.content();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
