// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a Date field names, as the sender wrote it: time of day and zone disregarded (RFC 9051 §6.4.4). */
final class SentDate {
    /** {@code 25 Nov 2026} somewhere in the field; two-digit years are RFC 5322 §4.3's. */
    private static final Pattern DAY =
            Pattern.compile("\\b([0-9]{1,2})[ -]{1,4}([A-Za-z]{3})[a-z]{0,6}[ -]{1,4}([0-9]{2,4})\\b");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Characters of the field that are looked at. */
    private static final int MAX_FIELD = 200;

    private SentDate() {}

    static Optional<LocalDate> parse(String field) {
        Matcher day = DAY.matcher(field.length() > MAX_FIELD ? field.substring(0, MAX_FIELD) : field);
        if (!day.find()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(day.group(2).toLowerCase(Locale.ROOT)) + 1;
        try {
            return Optional.of(LocalDate.of(year(day.group(3)), month, Integer.parseInt(day.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
    }
}
