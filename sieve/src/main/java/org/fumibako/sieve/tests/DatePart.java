// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.JulianFields;
import java.util.Locale;
import java.util.Optional;

/** A part of a date (RFC 5260 §4.2). */
enum DatePart {
    YEAR("uuuu"),
    MONTH("MM"),
    DAY("dd"),
    DATE("uuuu-MM-dd"),
    JULIAN(""),
    HOUR("HH"),
    MINUTE("mm"),
    SECOND("ss"),
    TIME("HH:mm:ss"),
    ISO8601("uuuu-MM-dd'T'HH:mm:ssxxx"),
    STD11("EEE, dd MMM uuuu HH:mm:ss xx"),
    ZONE("xx"),
    WEEKDAY("");

    private final String pattern;

    DatePart(String pattern) {
        this.pattern = pattern;
    }

    static Optional<DatePart> of(String name) {
        for (DatePart part : values()) {
            if (part.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    String of(OffsetDateTime date) {
        return switch (this) {
            // The day begins at midnight of UTC.
            case JULIAN ->
                Long.toString(date.withOffsetSameInstant(ZoneOffset.UTC).getLong(JulianFields.MODIFIED_JULIAN_DAY));
            case WEEKDAY -> Integer.toString(date.getDayOfWeek().getValue() % 7);
            default -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
        };
    }
}
