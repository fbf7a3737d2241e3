// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalRow;
import org.fumibako.model.ByteSize;
import org.fumibako.model.SmtpReply;

/** Texts of evidence that several checks need. */
final class Raw {
    private static final long MEGABYTE = 1L << 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Raw() {}

    /** One row for the support desk: when, by which door, from where, and {@code what}. */
    static String line(JournalRow row, String what) {
        String peer = row.origin()
                .peer()
                .map(address -> " " + address.getHostAddress())
                .orElse("");
        return TIME.format(row.at()) + " " + row.origin().protocol() + peer + " "
                + row.origin().session() + ": " + what.replaceAll("\\p{Cntrl}", " ");
    }

    static Phrase reply(SmtpReply reply) {
        return Phrase.of(reply.toString().replaceAll("\\p{Cntrl}", " "));
    }

    /** Megabytes of 1,048,576 octets, as quotas are meant; never 0 for what is not empty. */
    static String megabytes(ByteSize size) {
        long whole = (size.bytes() + MEGABYTE - 1) / MEGABYTE;
        return String.format(Locale.ROOT, "%,d", whole);
    }
}
