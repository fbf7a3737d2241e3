// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Optional;
import org.fumibako.mime.MailDate;

/** When a message was sent (RFC 5256 §2.2): the Date field in UTC, or INTERNALDATE when that says nothing. */
final class SentTime {
    private SentTime() {}

    /** Milliseconds since the epoch. */
    static long of(Optional<String> date, long internalDate) {
        return date.flatMap(MailDate::parse)
                .map(moment -> moment.toInstant().toEpochMilli())
                .orElse(internalDate);
    }
}
