// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as header fields write them (RFC 5322 §3.3). */
public final class MailDate {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private MailDate() {}

    public static String format(OffsetDateTime time) {
        return FORMAT.format(time);
    }
}
